using Cambrian.Contracts;
using Cambrian.Sandbox.Workers;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>A runner and a judge, leased for one evaluation.</summary>
internal sealed class Testbed(WorkerLease runner, WorkerLease judge) : IAsyncDisposable
{
    /// <summary>Loads a candidate into the runner.</summary>
    /// <exception cref="WorkerException">The candidate does not load.</exception>
    public Task LoadAsync(PreparedProgram program, TimeSpan deadline, CancellationToken cancellation) =>
        runner.AskAsync(Message.Load, program.Load!, deadline, cancellation);

    /// <summary>Runs the loaded candidate through some cases.</summary>
    /// <returns>Its answers as they came: a count, then each answer. The engine passes them on and never looks inside.</returns>
    public async Task<ReadOnlyMemory<byte>> RunAsync(int first, int end, TimeSpan deadline, CancellationToken cancellation)
    {
        var answer = await runner.AskAsync(
            Message.Run,
            frame =>
            {
                frame.Write(first);
                frame.Write(end);
            },
            deadline,
            cancellation).ConfigureAwait(false);
        return answer.ReadRest();
    }

    /// <summary>Scores answers, in the judge. The answers come from a candidate, so what a judge throws over them is the candidate's fault.</summary>
    public async Task<IReadOnlyList<CaseScore>> ScoreAsync(int first, ReadOnlyMemory<byte> answers, CancellationToken cancellation)
    {
        var reply = await judge.AskAsync(
            Message.Score,
            frame =>
            {
                frame.Write(first);
                frame.WriteRaw(answers.Span);
            },
            Testbeds.Patience,
            cancellation).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reply.ReadInt32()).Select(_ => new CaseScore(reply.ReadDouble(), reply.ReadDouble(), reply.ReadText() is { Length: > 0 } fault ? fault : null))];
    }

    /// <summary>The evaluator's further numbers over all answers, from the judge.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, double>>> MetricsAsync(IReadOnlyList<ReadOnlyMemory<byte>> answers, CancellationToken cancellation)
    {
        var reply = await judge.AskAsync(
            Message.Metrics,
            frame =>
            {
                frame.Write(answers.Count);
                foreach (var block in answers)
                {
                    frame.WriteRaw(block.Span);
                }
            },
            Testbeds.Patience,
            cancellation).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reply.ReadInt32()).Select(_ => KeyValuePair.Create(reply.ReadText(), reply.ReadDouble()))];
    }

    /// <summary>Gives both back.</summary>
    public async ValueTask DisposeAsync()
    {
        await runner.DisposeAsync().ConfigureAwait(false);
        await judge.DisposeAsync().ConfigureAwait(false);
    }
}
