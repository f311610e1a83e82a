using Cambrian.Algorithms.Folders;
using Cambrian.Runs.Repositories;

namespace Cambrian.Commands;

/// <summary>Where problems are found: at a path, or by name in the folders named "problems".</summary>
internal sealed class ProblemPlaces(Host host)
{
    /// <summary>The folders that hold problems: the one here first, then the one shipped.</summary>
    public IReadOnlyList<string> Roots =>
    [
        .. new[] { host.Directory, host.Installation }
            .OfType<string>()
            .Select(place => Path.Combine(place, "problems"))
            .Where(Directory.Exists)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The problem folders there are, by name.</summary>
    public IReadOnlyList<string> Folders =>
    [
        .. Roots.SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, "problem.json")))
            .DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal),
    ];

    /// <summary>Loads the problem that was asked for; one that names a repository with the files that are committed there now.</summary>
    /// <param name="given">A folder, its problem.json, or the name of a problem.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemFolderException">There is no such problem, or something is wrong with it.</exception>
    public async Task<ProblemFolder> LoadAsync(string given, CancellationToken cancellation)
    {
        var folder = Find(given);
        return PinnedProblem.IsWanted(folder)
            ? await PinnedProblem.MakeAsync(folder, host.Temporary.Make(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))), cancellation).ConfigureAwait(false)
            : ProblemFolder.Load(folder);
    }

    private string Find(string given)
    {
        var path = host.Absolute(given);
        if (File.Exists(path) && Path.GetFileName(path) == "problem.json")
        {
            return Path.GetDirectoryName(path)!;
        }

        if (!Directory.Exists(path) && !given.Contains('/', StringComparison.Ordinal) && Folders.FirstOrDefault(folder => Path.GetFileName(folder) == given) is { } named)
        {
            return named;
        }

        return Directory.Exists(path) ? path : throw Missing(given);
    }

    private ProblemFolderException Missing(string given)
    {
        var name = Path.GetFileName(given.TrimEnd('/'));
        var guess = NearestName.Suggest(name, Folders.Select(folder => Path.GetFileName(folder)!));
        return new ProblemFolderException(
            $"There is no problem '{given}': neither a folder at {host.Absolute(given)} nor a shipped problem of that name.{guess} 'cambrian problems' lists what there is, 'cambrian new {name}' makes a new one.");
    }
}
