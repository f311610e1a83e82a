using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cambrian.Core;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Python;

/// <summary>
/// Measures programs by a Python evaluator, each in a fork of a warm worker. Whatever chance an evaluator uses comes from the
/// program and the salt, so that a program measured again scores the same, and with another salt is measured independently.
/// </summary>
/// <param name="workers">Where programs are measured; must outlive this.</param>
/// <param name="salt">For instance the split's name.</param>
public sealed class PythonEvaluator(PythonWorkers workers, string salt) : IEvaluator
{
    private const int Shown = 3000;
    private static readonly ReportParser Parser = new("score");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The evaluator does not work, whatever the program.</exception>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var reply = await workers.AskAsync(artifact, ChanceOf(artifact, salt), cancellation).ConfigureAwait(false);
        var evaluation = reply.Exit is { } exit
            ? Evaluation.None(exit.Reason == ExitReason.TimedOut ? Outcome.TimedOut : Outcome.Failed, Fate(exit, reply.Fault))
            : Read(reply.Payload);
        return evaluation with { Cost = 1, Cpu = reply.Cpu, Isolation = workers.Isolation };
    }

    /// <summary>What Python's and NumPy's generators are seeded with for a program.</summary>
    public static int ChanceOf(Artifact artifact, string salt) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{artifact.Id}"))) & int.MaxValue;

    private Evaluation Read(ReadOnlyMemory<byte> payload)
    {
        var answer = Parse(payload);
        workers.HaveWorked |= answer.Ended == "reported";
        return answer.Ended switch
        {
            "reported" => Judge(Parser.Parse(Encoding.UTF8.GetBytes(answer.Report ?? "")), answer.Noise),
            "late" => Evaluation.None(Outcome.TimedOut, "The evaluation was killed at its deadline." + Printed(answer.Noise)),
            "raised" => Evaluation.None(Outcome.Failed, "The evaluator raised:" + Environment.NewLine + Tail(answer.Report ?? "")),
            "unusable" when !workers.HaveWorked => throw new InvalidOperationException("The evaluator cannot be imported:" + Environment.NewLine + Tail(answer.Report ?? "")),
            _ => Evaluation.None(Outcome.Failed, $"The evaluation ended with exit code {answer.Code} before it reported.{Printed(answer.Noise)}"),
        };
    }

    private static string Fate(SandboxExit exit, string fault) =>
        exit.Reason is ExitReason.Exited or ExitReason.Crashed ? $"The worker that it ran in {exit.Message}." : fault;

    // A program shares its process with what reports, and may have put anything there.
    private static Answer Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(payload.Span, JsonSerializerOptions.Web) ?? Answer.None;
        }
        catch (JsonException)
        {
            return Answer.None;
        }
    }

    private static Evaluation Judge(Report report, string? noise) => report.Fault is { } fault
        ? Evaluation.None(report.Outcome, report.Outcome == Outcome.Failed ? $"The evaluator's report cannot be used: {fault}{Printed(noise)}" : fault)
        : report.ToEvaluation(Direction.Maximise);

    private static string Printed(string? noise) => noise is null || noise.Trim().Length == 0 ? "" : $"{Environment.NewLine}It printed:{Environment.NewLine}{Tail(noise)}";

    private static string Tail(string text) => text.Trim() is var trimmed && trimmed.Length > Shown ? "…" + trimmed[^Shown..] : trimmed;

    private sealed record Answer(string? Ended, string? Report, string? Noise, int Code)
    {
        public static Answer None { get; } = new("", "", "", 0);
    }
}
