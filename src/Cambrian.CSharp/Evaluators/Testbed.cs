using Cambrian.Contracts;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// A runner and a judge, each in a sandbox of its own: the runner has the candidate and no data folder, the judge has the data
/// folder and never a candidate. Serves one evaluation at a time.
/// </summary>
internal sealed class Testbed(CSharpEvaluatorOptions options, WorkerLauncher launcher) : IAsyncDisposable
{
    // The first answer pays for start-up and just-in-time compilation.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private WorkerClient? _judge;
    private WorkerClient? _runner;
    private IReadOnlyList<byte[]> _cases = [];
    private int _loaded;

    /// <summary>Number of cases; known once <see cref="LoadAsync"/> has returned.</summary>
    public int Cases => _cases.Count;

    /// <summary>Loads a candidate into the runner, starting what is not running.</summary>
    /// <exception cref="WorkerException">The candidate does not load.</exception>
    public async Task LoadAsync(PreparedProgram program, CancellationToken cancellation)
    {
        try
        {
            await StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (WorkerException broken)
        {
            throw new InvalidOperationException($"The evaluator cannot be used. {broken.Message}", broken);
        }

        await AskAsync(Message.Load, program.Load!, cancellation).ConfigureAwait(false);
        _loaded += program.Stays ? 1 : 0;
    }

    /// <summary>Runs the loaded candidate through some cases.</summary>
    /// <returns>Its answers, and the processor time it took.</returns>
    public async Task<(IReadOnlyList<byte[]> Answers, TimeSpan Cpu)> RunAsync(int first, int end, CancellationToken cancellation)
    {
        var answer = await AskAsync(
            Message.Run,
            frame =>
            {
                frame.Write(first);
                frame.Write(end);
            },
            cancellation).ConfigureAwait(false);
        return (Answers: new TimeSpan(answer.ReadInt64()) is var cpu ? answer.ReadAll() : [], cpu);
    }

    /// <summary>Scores answers, in the judge.</summary>
    public async Task<IReadOnlyList<CaseScore>> ScoreAsync(int first, IReadOnlyList<byte[]> answers, CancellationToken cancellation)
    {
        var reply = await AskJudgeAsync(
            Message.Score,
            frame =>
            {
                frame.Write(first);
                frame.WriteAll(answers);
            },
            cancellation).ConfigureAwait(false);
        return [.. answers.Select(_ => new CaseScore(reply.ReadDouble(), reply.ReadDouble(), reply.ReadText() is { Length: > 0 } fault ? fault : null))];
    }

    /// <summary>The evaluator's further numbers over all answers, from the judge.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, double>>> MetricsAsync(IReadOnlyList<byte[]> answers, CancellationToken cancellation)
    {
        var reply = await AskJudgeAsync(Message.Metrics, frame => frame.WriteAll(answers), cancellation).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reply.ReadInt32()).Select(_ => KeyValuePair.Create(reply.ReadText(), reply.ReadDouble()))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync(_runner).ConfigureAwait(false);
        await DropAsync(_judge).ConfigureAwait(false);
    }

    private Task<FrameReader> AskAsync(Message kind, Action<FrameWriter> write, CancellationToken cancellation) =>
        _runner!.AskAsync(kind, write, options.TimeLimit, cancellation);

    // Answers come from a candidate, so what a judge throws over them is the candidate's fault.
    private Task<FrameReader> AskJudgeAsync(Message kind, Action<FrameWriter> write, CancellationToken cancellation) =>
        _judge!.AskAsync(kind, write, StartLimit, cancellation);

    private async Task StartAsync(CancellationToken cancellation)
    {
        if (_judge is not { Alive: true })
        {
            await DropAsync(_judge).ConfigureAwait(false);
            _judge = await OpenAsync(options.DataFolder, cancellation).ConfigureAwait(false);
            var opened = await _judge.AskAsync(
                Message.Cases,
                frame =>
                {
                    frame.Write((byte)options.Split);
                    frame.Write(options.DataFolder is null ? "" : WorkerLauncher.DataFolder);
                },
                StartLimit,
                cancellation).ConfigureAwait(false);
            _cases = opened.ReadAll();
        }

        if (_runner is not { Alive: true } || _loaded >= options.CandidatesPerRunner)
        {
            await DropAsync(_runner).ConfigureAwait(false);
            _loaded = 0;
            _runner = await OpenAsync(dataFolder: null, cancellation).ConfigureAwait(false);
            await _runner.AskAsync(Message.TakeCases, frame => frame.WriteAll(_cases), StartLimit, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<WorkerClient> OpenAsync(string? dataFolder, CancellationToken cancellation)
    {
        var client = await launcher.LaunchAsync(dataFolder, options.Memory).ConfigureAwait(false);
        await client.AskAsync(Message.Evaluator, frame => frame.Write(options.EvaluatorImage), StartLimit, cancellation).ConfigureAwait(false);
        return client;
    }

    private static ValueTask DropAsync(WorkerClient? client) => client?.DisposeAsync() ?? ValueTask.CompletedTask;
}
