using Cambrian.Algorithms.Folders;
using Cambrian.Constructions;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>Finds a table's rows, runs them where that is asked for, and looks up what was found.</summary>
/// <param name="host">The world.</param>
/// <param name="name">The table's name.</param>
/// <param name="only">Names of problems, separated by commas; null for all rows.</param>
internal sealed class TableFilling(Host host, string name, string? only)
{
    private readonly Lazy<IReadOnlyList<ProblemFolder>> _rows = new(() => Rows(new ProblemPlaces(host), name, only));

    /// <summary>The seed of runs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether a machine that cannot isolate programs fully is accepted.</summary>
    public bool AllowWeakIsolation { get; init; }

    /// <summary>Runs each row and keeps what is better than before. A row that cannot be run does not keep the others from it.</summary>
    /// <param name="budget">When the run of a row ends.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <returns>The number of rows that could not be run.</returns>
    public async Task<int> RunAsync(Budget budget, CancellationToken cancellation)
    {
        var failures = 0;
        foreach (var folder in _rows.Value)
        {
            try
            {
                await RunAsync(folder, budget, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is UserException or ConstructionException or ProblemFolderException or CheatWinsException or RunException)
            {
                failures++;
                await host.Error.WriteLineAsync($"cambrian: {folder.Problem.Name}: {fault.Message}").ConfigureAwait(false);
            }
        }

        return failures;
    }

    /// <summary>The table with what is in <c>results</c>, here or as shipped.</summary>
    public Task<ConstructionTable> CollectAsync(CancellationToken cancellation) =>
        ConstructionTable.CollectAsync(name, _rows.Value, [.. Places.Select(place => new ConstructionStore(Path.Combine(place, "results")))], AllowWeakIsolation, cancellation);

    private IEnumerable<string> Places => new[] { host.Directory, host.Installation }.OfType<string>().Distinct(StringComparer.Ordinal);

    private async Task RunAsync(ProblemFolder folder, Budget budget, CancellationToken cancellation)
    {
        var options = new RunOptions { Seed = Seed, Parallel = SearchOptions.DefaultParallel, Runs = host.Absolute("runs"), AllowWeakIsolation = AllowWeakIsolation };
        var execution = new RunExecution(host, json: false);
        await execution.ExecuteAsync(() => RunSession.CreateAsync(folder, options, host.Time, cancellation), folder.Path, budget, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        using var subject = await RecordedRun.ReadAsync(host, execution.Summary!.Run, cancellation).ConfigureAwait(false); // it is over
        await new ConstructionExport(host, subject, AllowWeakIsolation).WriteAsync(given: null, TimeSpan.FromSeconds(execution.Summary.CpuSeconds), cancellation).ConfigureAwait(false);
    }

    private static IReadOnlyList<ProblemFolder> Rows(ProblemPlaces places, string name, string? only)
    {
        var all = places.Folders.Select(ProblemFolder.Load).Where(folder => folder.File.Tables.Count > 0).ToList();
        var rows = all.Where(folder => folder.File.Tables.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (rows.Count == 0)
        {
            var tables = all.SelectMany(folder => folder.File.Tables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            throw new UserException(ExitCode.Usage, $"There is no table '{name}'; expected one that a problem names in 'tables': {(tables.Count > 0 ? string.Join(", ", tables) : "none does")}.{NearestName.Suggest(name, tables)}");
        }

        return only is null ? rows : [.. only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(wanted => Row(rows, name, wanted))];
    }

    private static ProblemFolder Row(List<ProblemFolder> rows, string table, string wanted) => rows.FirstOrDefault(row => row.Problem.Name == wanted)
        ?? throw new UserException(ExitCode.Usage, $"The table {table} has no row '{wanted}'; it has {string.Join(", ", rows.Select(row => row.Problem.Name))}.{NearestName.Suggest(wanted, rows.Select(row => row.Problem.Name))}");
}
