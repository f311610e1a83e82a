using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Report;
using Cambrian.Runs;

namespace Cambrian.Constructions;

/// <summary>The construction that a run's winner makes.</summary>
/// <param name="subject">The run.</param>
/// <param name="judge">The judge of the run's own copy of the problem.</param>
internal sealed class WinnersConstruction(ReportSubject subject, ProblemJudge judge)
{
    /// <summary>Runs the winner again and verifies what it makes.</summary>
    /// <param name="cpu">Processor time of the run; null for that of its candidates, which is what the ledger knows.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="RunException">Nothing was admitted.</exception>
    /// <exception cref="ConstructionException">The winner makes nothing that the verifiers accept.</exception>
    public async Task<ConstructionFile> MakeAsync(TimeSpan? cpu, CancellationToken cancellation)
    {
        var winner = subject.RequireWinner();
        var judged = await RunAsync(winner.Artifact, cancellation).ConfigureAwait(false);
        var start = StartedProblem.StartOf(subject.Folder);
        return new ConstructionFile
        {
            Problem = subject.Folder.Problem.Name,
            Score = judged.Score.Value,
            Command = subject.Command,
            Seed = subject.Options.Seed,
            CpuSeconds = Math.Round((cpu ?? subject.Reading.Cpu).TotalSeconds + (start?.CpuSeconds ?? 0), 2),
            Start = start,
            Construction = judged.Json,
        };
    }

    private async Task<JudgedConstruction> RunAsync(Artifact program, CancellationToken cancellation)
    {
        try
        {
            var judged = await judge.RunAsync(program, cancellation).ConfigureAwait(false);
            return judged.IsValid ? judged : throw Refused(judged.Disagreement ?? judged.Score.Fault ?? $"its value is {judged.Score.Value}");
        }
        catch (InvalidDataException fault)
        {
            throw Refused(fault.Message);
        }
    }

    private ConstructionException Refused(string why) =>
        new($"What the winner of {subject.RunPath} makes is not valid: {why} Nothing was written. A program that is near its time limit may fail now and then; 'cambrian best {subject.RunPath}' prints it.");
}
