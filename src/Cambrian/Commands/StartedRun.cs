using Cambrian.Algorithms.Folders;
using Cambrian.Constructions;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>A new run, from scratch or from a construction in a file.</summary>
/// <param name="host">The world.</param>
/// <param name="folder">The problem.</param>
/// <param name="options">How it is searched.</param>
internal sealed class StartedRun(Host host, ProblemFolder folder, RunOptions options)
{
    /// <summary>Opens it.</summary>
    /// <param name="start">The construction's file, as it was typed; null for a start from scratch.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UserException">The file holds no construction of the problem.</exception>
    /// <exception cref="ConstructionException">The construction is not valid.</exception>
    /// <exception cref="ProblemFolderException">The problem's programs take none.</exception>
    public async Task<RunSession> OpenAsync(string? start, CancellationToken cancellation)
    {
        if (start is null)
        {
            return await RunSession.CreateAsync(folder, options, host.Time, cancellation).ConfigureAwait(false);
        }

        // The run has its own copy of the problem, so this one is gone as soon as the run is made.
        var place = Directory.CreateTempSubdirectory("cambrian-start-");
        try
        {
            return await RunSession.CreateAsync(await DeriveAsync(start, place.FullName, cancellation).ConfigureAwait(false), options, host.Time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private async Task<ProblemFolder> DeriveAsync(string start, string place, CancellationToken cancellation)
    {
        var text = await ConstructionPlaces.ReadAsync(host, start, cancellation).ConfigureAwait(false);
        var judge = await ProblemJudge.OpenAsync(folder, options.AllowWeakIsolation, cancellation).ConfigureAwait(false);
        await using var disposal = judge.ConfigureAwait(false);
        var judged = await ConstructionPlaces.VerifyAsync(judge, folder, start, text, cancellation).ConfigureAwait(false);
        if (!judged.IsValid)
        {
            throw new ConstructionException($"A run cannot start from '{start}', which is not valid: {judged.Disagreement ?? judged.Score.Fault}. 'cambrian verify {folder.Problem.Name} {CommandLine.Word(start)}' says more.");
        }

        return await judge.TakesStartAsync(cancellation).ConfigureAwait(false)
            ? StartedProblem.Make(folder, place, judged.Json, StartedProblem.Describe(start, text, judged.Score.Value))
            : throw new ProblemFolderException($"The programs of {folder.Problem.Name} take no construction to start from: its cases are no ConstructionCase<T>. Run it without --start, or see docs/constructions.md.");
    }
}
