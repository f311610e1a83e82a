using System.Globalization;
using Cambrian.Constructions;
using Cambrian.Report;

namespace Cambrian.Commands;

/// <summary>Takes the construction of a run's winner out of the run.</summary>
/// <param name="host">Where to write.</param>
/// <param name="subject">The run.</param>
/// <param name="allowWeakIsolation">Whether a machine that cannot isolate programs fully is accepted.</param>
internal sealed class ConstructionExport(Host host, ReportSubject subject, bool allowWeakIsolation)
{
    /// <summary>Makes and verifies it, and writes it unless the file holds one that is as good.</summary>
    /// <param name="given">The file as it was typed; null for the problem's place in <c>results</c>.</param>
    /// <param name="cpu">Processor time of the run; null for that of its candidates.</param>
    /// <param name="cancellation">Kills the program.</param>
    public async Task WriteAsync(string? given, TimeSpan? cpu, CancellationToken cancellation)
    {
        var path = given is null ? new ConstructionStore(host.Absolute("results")).PathOf(subject.Folder) : host.Absolute(given);
        var judge = await ProblemJudge.OpenAsync(subject.Folder, allowWeakIsolation, cancellation).ConfigureAwait(false);
        await using var disposal = judge.ConfigureAwait(false);
        var made = await new WinnersConstruction(subject, judge).MakeAsync(cpu, cancellation).ConfigureAwait(false);
        var (before, written) = await ConstructionStore.OfferAsync(judge, subject.Folder, made, path, cancellation).ConfigureAwait(false);
        var what = (written, before) switch
        {
            (true, { } earlier) => $"{Exact(made.Score)}, was {Exact(earlier)}",
            (true, null) => Exact(made.Score),
            (false, _) => $"keeps {Exact(before ?? double.NaN)}; this run's {Exact(made.Score)} is not better",
        };
        await host.Output.WriteLineAsync($"{host.Relative(path)}: {what}").ConfigureAwait(false);
    }

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
