using Cambrian.Algorithms.Folders;

namespace Cambrian.Constructions;

/// <summary>The best constructions so far: a file for each problem, below a folder for each table.</summary>
/// <param name="root">The folder <c>results</c>.</param>
internal sealed class ConstructionStore(string root)
{
    private const string NoTable = "constructions";

    /// <summary>Where a problem's best construction is kept.</summary>
    public string PathOf(ProblemFolder folder) => Path.Combine(root, folder.File.Tables.Count > 0 ? folder.File.Tables[0] : NoTable, $"{folder.Problem.Name}.json");

    /// <summary>Puts a construction into a file, unless that holds one that is as good.</summary>
    /// <param name="judge">Verifies what is there: its own claim is not believed.</param>
    /// <param name="folder">The problem.</param>
    /// <param name="made">The construction; has been verified.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the verification.</param>
    /// <returns>What was there; null for nothing that is valid. The file was written unless it is as good.</returns>
    public static async Task<(double? Before, bool Written)> OfferAsync(ProblemJudge judge, ProblemFolder folder, ConstructionFile made, string path, CancellationToken cancellation)
    {
        var before = File.Exists(path) ? await ValueAsync(judge, await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false) : null;
        if (before is { } there && folder.Problem.Orient(made.Score) <= folder.Problem.Orient(there))
        {
            return (before, false);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file always lies in a folder
        var aside = $"{path}.part";
        await File.WriteAllTextAsync(aside, made.ToJson(), cancellation).ConfigureAwait(false);
        File.Move(aside, path, overwrite: true);
        return (before, true);
    }

    private static async Task<double?> ValueAsync(ProblemJudge judge, string text, CancellationToken cancellation)
    {
        try
        {
            return await judge.VerifyAsync(text, cancellation).ConfigureAwait(false) is { IsValid: true } there ? there.Score.Value : null;
        }
        catch (InvalidDataException)
        {
            return null; // No construction of this problem: nothing is lost with it.
        }
    }
}
