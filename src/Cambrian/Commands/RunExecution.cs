using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>Takes a session to the end of its budget with somebody watching; says what came of it.</summary>
/// <param name="host">Where to write.</param>
/// <param name="json">Whether standard output is kept for one JSON object.</param>
internal sealed class RunExecution(Host host, bool json)
{
    private readonly TextWriter _text = json ? host.Error : host.Output;
    private readonly TimeSpan _cpuBefore = ProcessorTime.Used();
    private readonly long _start = host.Time.GetTimestamp();

    /// <summary>What the execution achieved; null until it is over.</summary>
    public RunSummary? Summary { get; private set; }

    /// <summary>Opens, runs, finishes and reports.</summary>
    /// <param name="open">Makes the session, fresh or reopened.</param>
    /// <param name="problem">The problem's folder as the person knows it; null for a run that was made earlier and has its own copy.</param>
    /// <param name="budget">When to stop.</param>
    /// <param name="cancellation">Stops the run; what it recorded is safe.</param>
    public async Task<int> ExecuteAsync(Func<Task<RunSession>> open, string? problem, Budget budget, CancellationToken cancellation)
    {
        var session = await open().ConfigureAwait(false);
        Progress progress;
        RunResult? result = null;
        await using (session.ConfigureAwait(false))
        {
            progress = new Progress(session.Oversight.Limit(budget), session.RecordedSteps, host.Time) { Purse = session.Models?.Purse };
            try
            {
                await FollowAsync(session, progress, cancellation).ConfigureAwait(false);
                result = await FinishAsync(session, progress, cancellation).ConfigureAwait(false);
            }
            catch (InvalidOperationException refused) when (progress.Steps == 0)
            {
                // Nothing was ever measured: the seed, or the evaluator, is what does not work.
                session.Forget();
                throw new UserException(ExitCode.Problem, refused.Message + Advice(problem ?? session.Folder.Path, session.Folder));
            }
            catch (CheatWinsException)
            {
                session.Forget();
                throw;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested || session.Halt is not null)
            {
                // Not a failure: the summary says how far it came.
            }
        }

        // The processor time of workers is known only now that they have ended.
        var summary = Summarise(session, progress, result);
        Summary = summary;
        var text = new SummaryText(session.Folder, progress, summary, result?.OverSeed) { Standing = session.Oversight.Standing, Halt = session.Halt, Spent = session.Spent };
        var interrupted = cancellation.IsCancellationRequested || session.Halt is not null;
        await ReportAsync(text, summary, interrupted).ConfigureAwait(false);
        return (int)(interrupted ? ExitCode.Interrupted : ExitCode.Done);
    }

    // What was taken from a repository has no folder that a person knows.
    private string Advice(string path, ProblemFolder folder) => folder.File.Repository is { } repository
        ? $"\nThe test command ran on commit {repository.Commit[..12]}, without what is not committed, in a sandbox without network."
        : $"\n'cambrian check {CommandLine.Word(host.Relative(path))}' looks closer.";

    private async Task FollowAsync(RunSession session, Progress progress, CancellationToken cancellation)
    {
        foreach (var line in RunHeading.Lines(session.Folder, session.Options, progress.Budget, host.Relative(session.RunPath), session.Isolation))
        {
            await _text.WriteLineAsync(line).ConfigureAwait(false);
        }

        if (await session.NeedsAsync(cancellation).ConfigureAwait(false) is { } needs)
        {
            await _text.WriteLineAsync(PlainText.Line(needs, 400)).ConfigureAwait(false);
        }

        if (session.Folder.Cheats.Count > 0)
        {
            var cheats = await session.CheckCheatsAsync(CheatTrial.Brief, cancellation).ConfigureAwait(false);
            await _text.WriteLineAsync(CheatText.Summary(cheats)).ConfigureAwait(false);
        }

        var view = View(session.Folder);
        await new Follower(progress, view, host.Time, session.Models).FollowAsync(session.RunAsync(progress.Budget, cancellation), cancellation).ConfigureAwait(false);
    }

    private IRunView View(ProblemFolder folder)
    {
        var format = ScoreFormat.Of(folder);
        var known = KnownValues.Best(folder.File) is { } best ? $"published {ScoreFormat.Number(best.Value)}" : "";
        return host.Interactive && !json ? new LiveView(Spectre.Console.AnsiConsole.Console, format, known) : new PlainView(_text, format);
    }

    private async Task<RunResult?> FinishAsync(RunSession session, Progress progress, CancellationToken cancellation)
    {
        if (progress.Best is null)
        {
            return null;
        }

        await _text.WriteLineAsync("picking the winner on the validation cases …").ConfigureAwait(false);
        return await session.FinishAsync(cancellation).ConfigureAwait(false);
    }

    private async Task ReportAsync(SummaryText text, RunSummary summary, bool interrupted)
    {
        foreach (var line in text.Lines(interrupted))
        {
            await _text.WriteLineAsync(line).ConfigureAwait(false);
        }

        if (json)
        {
            await host.Output.WriteLineAsync(summary.ToJson()).ConfigureAwait(false);
        }
    }

    private RunSummary Summarise(RunSession session, Progress progress, RunResult? result)
    {
        var format = ScoreFormat.Of(session.Folder);
        return new RunSummary
        {
            Run = host.Relative(session.RunPath),
            Problem = session.Problem.Name,
            Steps = progress.Steps,
            Evaluations = progress.Evaluations,
            Best = (result?.Winner ?? progress.Best) is { } best
                ? RunSummary.BestScore.Of(best, format.Own(best.Score), result?.Validation, result?.Test)
                : null,
            CpuSeconds = Math.Round((ProcessorTime.Used() - _cpuBefore + session.SandboxCpu).TotalSeconds, 2),
            ElapsedSeconds = Math.Round(host.Time.GetElapsedTime(_start).TotalSeconds, 2),
            Money = session.Models?.Purse.Spent.Money,
            Tokens = session.Models?.Purse.Spent.Tokens,
            Level = $"{session.Oversight.Standing.Level}",
            Decision = result?.Decision?.Kind.ToString().ToLowerInvariant(),
            Isolation = progress.Isolation.Length > 0 ? progress.Isolation : session.Isolation,
        };
    }
}
