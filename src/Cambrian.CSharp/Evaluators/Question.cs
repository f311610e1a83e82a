using Cambrian.Contracts;
using Cambrian.Sandbox.Workers;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Questions to a leased worker, in the worker's protocol.</summary>
internal static class Question
{
    /// <summary>Asks and waits for the answer, positioned after its kind.</summary>
    /// <param name="lease">The worker.</param>
    /// <param name="kind">The request.</param>
    /// <param name="write">Writes what follows the kind.</param>
    /// <param name="deadline">After which the worker is killed.</param>
    /// <param name="cancellation">Kills the worker too: it may be in the middle of anything.</param>
    /// <exception cref="WorkerException">The worker failed, crashed or was killed.</exception>
    public static async Task<FrameReader> AskAsync(
        this WorkerLease lease, Message kind, Action<FrameWriter> write, TimeSpan deadline, CancellationToken cancellation)
    {
        var reply = await lease.AskAsync(Compose(kind, write), deadline, cancellation).ConfigureAwait(false);
        if (reply.Exit is { } exit)
        {
            throw new WorkerException(exit.Reason, $"{reply.Fault} {Tail(lease.ErrorTail)}".Trim());
        }

        return Open(kind, reply.Payload);
    }

    /// <summary>Has a judge score answers.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="verifier"><see cref="Message.Score"/> or <see cref="Message.Check"/>.</param>
    /// <param name="first">The case of the first answer.</param>
    /// <param name="answers">A count, then each answer.</param>
    /// <param name="cancellation">Kills the judge.</param>
    public static async Task<IReadOnlyList<CaseScore>> ScoreAsync(this WorkerLease judge, Message verifier, int first, ReadOnlyMemory<byte> answers, CancellationToken cancellation)
    {
        var reply = await judge.AskAsync(
            verifier,
            frame =>
            {
                frame.Write(first);
                frame.WriteRaw(answers.Span);
            },
            Testbeds.Patience,
            cancellation).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reply.ReadInt32()).Select(_ => new CaseScore(reply.ReadDouble(), reply.ReadDouble(), reply.ReadText() is { Length: > 0 } fault ? fault : null))];
    }

    /// <summary>A request as bytes.</summary>
    public static ReadOnlyMemory<byte> Compose(Message kind, Action<FrameWriter> write)
    {
        var request = new FrameWriter().Begin(kind);
        write(request);
        return request.Payload;
    }

    private static FrameReader Open(Message kind, ReadOnlyMemory<byte> payload)
    {
        var answer = new FrameReader(payload);
        var answered = payload.IsEmpty ? default : (Message)answer.ReadByte();
        return answered == kind ? answer : throw new WorkerException(null, answered == Message.Fault ? answer.ReadText() : "The worker's answer does not belong to the question.");
    }

    // A stack overflow prints a hundred thousand lines; the first few say it all.
    private static string Tail(string text) => text.Length <= 300 ? text : text[..300] + " …";
}
