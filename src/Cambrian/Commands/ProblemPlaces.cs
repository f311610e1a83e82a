using Cambrian.Algorithms.Folders;

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

    /// <summary>Loads the problem that was asked for.</summary>
    /// <param name="given">A folder, its problem.json, or the name of a problem.</param>
    /// <exception cref="ProblemFolderException">There is no such problem, or something is wrong with it.</exception>
    public ProblemFolder Load(string given)
    {
        var path = host.Absolute(given);
        if (File.Exists(path) && Path.GetFileName(path) == "problem.json")
        {
            return ProblemFolder.Load(Path.GetDirectoryName(path)!);
        }

        if (!Directory.Exists(path) && !given.Contains('/', StringComparison.Ordinal) && Folders.FirstOrDefault(folder => Path.GetFileName(folder) == given) is { } named)
        {
            return ProblemFolder.Load(named);
        }

        return Directory.Exists(path) ? ProblemFolder.Load(path) : throw Missing(given);
    }

    private ProblemFolderException Missing(string given)
    {
        var name = Path.GetFileName(given.TrimEnd('/'));
        var guess = NearestName.Suggest(name, Folders.Select(folder => Path.GetFileName(folder)!));
        return new ProblemFolderException(
            $"There is no problem '{given}': neither a folder at {host.Absolute(given)} nor a shipped problem of that name.{guess} 'cambrian problems' lists what there is, 'cambrian new {name}' makes a new one.");
    }
}
