using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Selectors;

namespace Cambrian.Bench.Archives;

/// <summary>Fills one archive and then adds to it and samples from it.</summary>
public sealed class ArchiveProbe : IProbe
{
    private const int Islands = 8;

    /// <summary>The archives measured, by name.</summary>
    public static IReadOnlyDictionary<string, Func<int, IArchive>> Archives { get; } = new Dictionary<string, Func<int, IArchive>>
    {
        ["population"] = programs => new PopulationArchive(programs, tournament: 4),
        ["grid"] = programs => Grid(programs),
        ["islands"] = programs => new IslandArchive(Islands, () => new PopulationArchive(programs / Islands, tournament: 4), patience: int.MaxValue),
    };

    /// <summary>The selectors measured, by name.</summary>
    public static IReadOnlyDictionary<string, ISelector> Selectors { get; } = new Dictionary<string, ISelector>
    {
        ["uniform"] = new IslandSelector(new UniformSelector(), migration: 0.1),
        ["tournament"] = new IslandSelector(new TournamentSelector(4), migration: 0.1),
        ["lexicase"] = new IslandSelector(new LexicaseSelector(pool: 16), migration: 0.1),
    };

    /// <inheritdoc/>
    public string Name => "archive";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var programs = arguments.Number("programs", 1000);
        var kind = arguments.Text("archive") ?? "population";
        var operations = arguments.Number("operations", 50_000);
        arguments.RequireAllKnown();

        var archive = Archives[kind](programs);
        // A grid fills like a coupon collector's album; twice its cells leave one in seven empty.
        var pool = new CandidatePool(((kind == "grid" ? 2 : 1) * programs) + (2 * operations));
        while (pool.Left > 2 * operations)
        {
            archive.Add(pool.Take());
        }

        GC.Collect();
        var numbers = new Dictionary<string, double> { ["kept"] = archive.Kept.Count };
        MeasureTwice("add", operations, _ => archive.Add(pool.Take()), numbers);
        foreach (var (name, selector) in Selectors)
        {
            MeasureTwice(name, operations, index => selector.Select(archive.Kept, Randomness.From(index)), numbers);
        }

        return Task.FromResult<IReadOnlyDictionary<string, double>>(numbers);
    }

    // The first round compiles the methods and warms the caches.
    private static void MeasureTwice(string name, int operations, Action<int> operation, Dictionary<string, double> numbers)
    {
        for (var round = 0; round < 2; round++)
        {
            var meter = Meter.Of(() =>
            {
                for (var index = 0; index < operations; index++)
                {
                    operation(index);
                }
            });
            numbers[name] = meter.Cpu.TotalMicroseconds / operations;
            numbers[name + "_bytes"] = (double)meter.Bytes / operations;
        }
    }

    private static GridArchive Grid(int programs)
    {
        var bins = (int)Math.Round(Math.Sqrt(programs));
        return new GridArchive([new GridAxis("x", 0, 1, bins), new GridAxis("y", 0, 1, bins)]);
    }
}
