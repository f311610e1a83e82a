using Cambrian.Contracts;
using Cambrian.Sandbox.Workers;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>A runner and a judge, leased for one evaluation.</summary>
internal sealed class Testbed(WorkerLease runner, WorkerLease judge) : IAsyncDisposable
{
    /// <summary>Processor time of both since they were leased.</summary>
    public TimeSpan Cpu => runner.Cpu + judge.Cpu;

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

    /// <summary>What the loaded candidate makes of a case, as source code; empty for none.</summary>
    public async Task<string> ListAsync(int index, TimeSpan deadline, CancellationToken cancellation) =>
        (await runner.AskAsync(Message.Listing, frame => frame.Write(index), deadline, cancellation).ConfigureAwait(false)).ReadText();

    /// <summary>Scores answers, in the judge. The answers come from a candidate, so what a judge throws over them is the candidate's fault.</summary>
    public Task<IReadOnlyList<CaseScore>> ScoreAsync(int first, ReadOnlyMemory<byte> answers, CancellationToken cancellation) =>
        judge.ScoreAsync(Message.Score, first, answers, cancellation);

    /// <summary>Has the second verifier go over all answers, in the judge.</summary>
    public async Task<IReadOnlyList<CaseScore>> CheckAsync(IEnumerable<ReadOnlyMemory<byte>> blocks, CancellationToken cancellation)
    {
        List<CaseScore> checks = [];
        foreach (var block in blocks)
        {
            checks.AddRange(await judge.ScoreAsync(Message.Check, checks.Count, block, cancellation).ConfigureAwait(false));
        }

        return checks;
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

    /// <summary>Reads an answer from a file's text, in the judge.</summary>
    /// <returns>A count of one, then the answer.</returns>
    /// <exception cref="InvalidDataException">It is no answer.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string json, CancellationToken cancellation)
    {
        var reply = await judge.AskAsync(Message.Read, frame => frame.Write(json), Testbeds.Patience, cancellation).ConfigureAwait(false);
        if (reply.ReadText() is { Length: > 0 } fault)
        {
            throw new InvalidDataException(fault);
        }

        var frame = new FrameWriter();
        frame.WriteAll([reply.ReadBytes().ToArray()]);
        return frame.Payload;
    }

    /// <summary>Everything a judge can say of one answer.</summary>
    /// <param name="index">The case.</param>
    /// <param name="answers">A count of one, then the answer.</param>
    /// <param name="check">Whether there is a second verifier.</param>
    /// <param name="cancellation">Kills the judge.</param>
    public async Task<JudgedConstruction> JudgeAsync(int index, ReadOnlyMemory<byte> answers, bool check, CancellationToken cancellation)
    {
        var answer = new FrameReader(answers).ReadAll()[0];
        var score = (await judge.ScoreAsync(Message.Score, index, answers, cancellation).ConfigureAwait(false))[0];
        CaseScore? second = check ? (await judge.ScoreAsync(Message.Check, index, answers, cancellation).ConfigureAwait(false))[0] : null;
        var json = await judge.AskAsync(Message.Write, frame => frame.Write(answer), Testbeds.Patience, cancellation).ConfigureAwait(false);
        return new JudgedConstruction(score, second, json.ReadText(), score.Fault is null ? await PictureAsync(index, answer, cancellation).ConfigureAwait(false) : null);
    }

    private async Task<string?> PictureAsync(int index, byte[] answer, CancellationToken cancellation)
    {
        var reply = await judge.AskAsync(
            Message.Picture,
            frame =>
            {
                frame.Write(index);
                frame.Write(answer);
            },
            Testbeds.Patience,
            cancellation).ConfigureAwait(false);
        return reply.ReadText() is { Length: > 0 } picture ? picture : null;
    }

    /// <summary>Gives both back.</summary>
    public async ValueTask DisposeAsync()
    {
        await runner.DisposeAsync().ConfigureAwait(false);
        await judge.DisposeAsync().ConfigureAwait(false);
    }
}
