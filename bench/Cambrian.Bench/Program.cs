using System.Text.Json;
using Cambrian.Bench;
using Cambrian.Bench.Archives;
using Cambrian.Bench.Candidates;
using Cambrian.Bench.Chips;
using Cambrian.Bench.Governance;
using Cambrian.Bench.Kernels;
using Cambrian.Bench.Loops;
using Cambrian.Bench.Measuring;
using Cambrian.Bench.Peers;
using Cambrian.Bench.Policies;
using Cambrian.Bench.Problems;
using Cambrian.Bench.Sandboxes;
using Cambrian.Bench.Settings;
using Cambrian.Bench.Typed;

IBenchmark[] benchmarks =
[
    new LoopBenchmark(), new ArchiveBenchmark(), new SlotsBenchmark(), new ResumeBenchmark(), new PeersBenchmark(), new PeerFoldersBenchmark(), new ModelOverheadBenchmark(), new ForkingBenchmark(), new SandboxBenchmark(),
    new SoakBenchmark(), new CandidatesBenchmark(), new TypedBenchmark(), new ProblemsBenchmark(), new SettingsBenchmark(), new PolicyBenchmark(),
    new PromotionBenchmark(), new StopBenchmark(), new ChipsBenchmark(), new ArianeBenchmark(), new PlacerBenchmark(), new FlipsBenchmark(), new KernelsBenchmark(),
];
IProbe[] probes = [new LoopProbe(), new ResumeProbe(), new ArchiveProbe(), new EnginesProbe(), new EvaluatorProbe(), new ModelStepsProbe()];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return args switch
{
    [EchoProbe.Name, .. var rest] => await EchoProbe.ServeAsync(rest, stop.Token),
    ["probe", var name, .. var options] when Array.Find(probes, probe => probe.Name == name) is { } probe => await ProbeAsync(probe, new Arguments(options)),
    [var name, .. var options] when Array.Find(benchmarks, benchmark => benchmark.Name == name) is { } benchmark => await MeasureAsync(benchmark, options),
    _ => Usage(),
};

async Task<int> MeasureAsync(IBenchmark benchmark, string[] options)
{
    var arguments = new Arguments(options);
    var path = arguments.Text("out");
    var load = Machine.Load();
    var report = await benchmark.RunAsync(arguments, stop.Token);
    var command = string.Join(' ', ["dotnet run -c Release --project bench/Cambrian.Bench --", benchmark.Name, .. options]);
    var text = report.ToMarkdown(await Machine.DescribeAsync(load, stop.Token), command);
    Console.WriteLine(text);
    if (path is not null)
    {
        await File.WriteAllTextAsync(path, text, stop.Token);
    }

    return 0;
}

async Task<int> ProbeAsync(IProbe probe, Arguments arguments)
{
    Console.WriteLine(JsonSerializer.Serialize(await probe.RunAsync(arguments, stop.Token)));
    return 0;
}

int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/Cambrian.Bench -- <benchmark> [--option value …] [--out results.md]\n");
    foreach (var benchmark in benchmarks)
    {
        Console.Error.WriteLine($"  {benchmark.Name,-12} {benchmark.Purpose}");
    }

    return 64;
}
