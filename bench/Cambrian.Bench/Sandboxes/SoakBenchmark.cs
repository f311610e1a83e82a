using System.Diagnostics;
using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Evaluators;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Bench.Sandboxes;

/// <summary>Thousands of evaluations, well-behaved and not, in warm and in fresh sandboxes; then a count of what they left behind.</summary>
public sealed class SoakBenchmark : IBenchmark
{
    private const int WarmUp = 200;
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    // Of a hundred evaluations: how many of each kind. Nine in ten are answered by warm workers, as in a run.
    private static readonly (string Name, int Share, byte[] Request)[] Warm =
    [
        ("warm: answers", 86, new byte[200]),
        ("warm: loops for ever", 1, EchoProbe.Loop),
        ("warm: crashes", 1, EchoProbe.Crash),
        ("warm: prints garbage", 1, EchoProbe.Print),
        ("warm: detaches a process", 1, EchoProbe.Detach),
    ];

    private static readonly (string Name, int Share, string Program)[] Fresh =
    [
        ("fresh: answers", 5, "echo '{\"score\": 1}'"),
        ("fresh: fails", 1, "exit 3"),
        ("fresh: loops for ever", 1, "while :; do :; done"),
        ("fresh: detaches a process", 1, "setsid /bin/sh -c 'while :; do sleep 100; done' \"$1\" & echo '{\"score\": 1}'"),
        ("fresh: kills itself", 1, "kill -9 $$"),
    ];

    // Stopped by the host at any moment of its start or later.
    private const string Cancelled = "fresh: cancelled";
    private const int CancelledShare = 1;

    /// <inheritdoc/>
    public string Name => "soak";

    /// <inheritdoc/>
    public string Purpose => "20,000 sandboxed evaluations, some of which loop, crash, detach processes or are cancelled; then counts what is left";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Something was left.</exception>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var (evaluations, seed) = (arguments.Number("evaluations", 20_000), arguments.Number("seed", 1));
        arguments.RequireAllKnown();
        using var scratch = new ScratchFolder();
        var temporary = Directory.CreateDirectory(scratch.File("tmp")).FullName;
        Environment.SetEnvironmentVariable("TMPDIR", temporary);
        var mark = $"soak-{Guid.NewGuid():N}";
        // Once before it counts: what the runtime opens with its first process and its first pipe, it keeps.
        await WorkAsync(WarmUp, seed, mark, cancellation);
        var before = Leftovers.Count(mark, temporary);
        var start = Stopwatch.GetTimestamp();
        var (tally, isolation) = await WorkAsync(evaluations, seed, mark, cancellation);
        var took = Stopwatch.GetElapsedTime(start);
        var after = Leftovers.Count(mark, temporary);

        var report = new Report("Soak");
        report.Note($"Isolation: {isolation}. {evaluations:N0} evaluations in {took.TotalSeconds:0} s, seed {seed}.");
        report.Add(Describe(tally));
        report.Add(Describe(before, after));
        return after with { Descriptors = 0 } == before with { Descriptors = 0 } && after.Descriptors <= before.Descriptors + 8
            ? report
            : throw new InvalidOperationException("Something was left behind.\n" + report.ToMarkdown("", ""));
    }

    private static async Task<(SortedDictionary<string, int> Tally, string Isolation)> WorkAsync(int evaluations, int seed, string mark, CancellationToken cancellation)
    {
        using var runner = await SandboxRunner.OpenAsync(cancellation: cancellation);
        using var folder = new ScratchFolder();
        await using var pool = await WorkerPool.StartAsync(
            runner, EchoProbe.Command(mark), new WorkerPoolOptions { Workers = 2, Spares = 1, RequestsPerWorker = 500, WarmUp = new byte[64] }, cancellation);
        var fresh = new CommandEvaluator(runner, new CommandEvaluatorOptions
        {
            ProblemFolder = Directory.CreateDirectory(folder.File("problem")).FullName,
            Run = ["/bin/sh", "{candidate}/program.sh", mark],
            Split = "training",
            Limits = new SandboxLimits { MemoryBytes = 64L << 20, WallTime = TimeSpan.FromMilliseconds(500), Processes = 16 },
        });
        var kinds = Shuffled(evaluations, seed);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await Parallel.ForAsync(0, evaluations, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (index, stop) =>
        {
            var outcome = Array.Find(Warm, kind => kind.Name == kinds[index]) is { Request: { } request }
                ? await AskAsync(pool, request, stop)
                : await MeasureAsync(fresh, kinds[index], TimeSpan.FromMilliseconds(index % 30), stop);
            lock (tally)
            {
                var key = $"{kinds[index]} → {outcome}";
                tally[key] = tally.GetValueOrDefault(key) + 1;
            }
        });
        return (tally, runner.Isolation);
    }

    private static string[] Shuffled(int evaluations, int seed)
    {
        string[] hundred =
        [
            .. Warm.SelectMany(kind => Enumerable.Repeat(kind.Name, kind.Share)),
            .. Fresh.SelectMany(kind => Enumerable.Repeat(kind.Name, kind.Share)),
            .. Enumerable.Repeat(Cancelled, CancelledShare),
        ];
        string[] kinds = [.. Enumerable.Range(0, evaluations).Select(index => hundred[index % hundred.Length])];
        new Random(seed).Shuffle(kinds);
        return kinds;
    }

    private static async Task<string> AskAsync(WorkerPool pool, byte[] request, CancellationToken cancellation)
    {
        await using var lease = await pool.LeaseAsync(cancellation);
        var reply = await lease.AskAsync(request, request == EchoProbe.Loop ? Short : Plenty, cancellation);
        return reply.Exit?.Message ?? "answered";
    }

    private static async Task<string> MeasureAsync(CommandEvaluator fresh, string kind, TimeSpan patience, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (kind == Cancelled)
        {
            stop.CancelAfter(patience);
        }

        var program = Array.Find(Fresh, known => known.Name == kind).Program ?? "while :; do sleep 100; done";
        try
        {
            var evaluation = await fresh.EvaluateAsync(Artifact.Of("program.sh", program + "\n"), rival: null, stop.Token);
            return evaluation.Outcome == Outcome.Valid ? "scored" : evaluation.Feedback.Split('\n')[0];
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "cancelled";
        }
    }

    private static Table Describe(SortedDictionary<string, int> tally)
    {
        var table = new Table("Evaluations by what they did and how they ended.", ["evaluation", "number"]);
        foreach (var (what, number) in tally)
        {
            table.Add(what, $"{number:N0}");
        }

        return table;
    }

    private static Table Describe(Leftovers before, Leftovers after)
    {
        var table = new Table("Left on the machine, counted when the last call had returned and the sandboxes were closed. Goal: nothing.", ["", "before", "after"]);
        table.Add("processes, zombies included", $"{before.Processes}", $"{after.Processes}");
        table.Add("control groups", $"{before.ControlGroups}", $"{after.ControlGroups}");
        table.Add("temporary files and folders", $"{before.Files}", $"{after.Files}");
        table.Add("open descriptors of the host", $"{before.Descriptors}", $"{after.Descriptors}");
        return table;
    }
}
