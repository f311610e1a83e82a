using System.CommandLine;
using Cambrian.Governance;
using Cambrian.Models.Calls;
using Cambrian.Report;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>A run that is only read.</summary>
internal static class RecordedRun
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string?> Argument() => new("run")
    {
        Description = "a run's folder (default: the newest in ./runs)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Reads it.</summary>
    /// <param name="host">The world.</param>
    /// <param name="given">What was typed; null for the newest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RunException">There is no such run, or its database cannot be used.</exception>
    public static async Task<ReportSubject> ReadAsync(Host host, string? given, CancellationToken cancellation)
    {
        var path = new RunPlaces(host).Find(given);
#pragma warning disable CA2000 // The subject takes it over, as programs are fetched when they are looked into.
        var record = RunRecord.OpenToRead(path);
#pragma warning restore CA2000
        return new ReportSubject
        {
            Folder = record.Folder,
            Options = record.Options,
            Reading = await RunReading.ReadAsync(record.ReadAsync(cancellation), record.Folder.File, cancellation, record.Options.Models?.Names).ConfigureAwait(false),
            Result = record.Result,
            Standing = Standing.Of(record.Database.Decisions()),
            Fault = await record.Database.VerifyAsync(cancellation).ConfigureAwait(false),
            Head = record.Database.Head,
            Usage = ModelUsage.Of(record.Calls()),
            Source = record,
            RunPath = host.Relative(record.Path),
        };
    }
}
