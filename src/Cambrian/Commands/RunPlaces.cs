using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>Where runs are found: at a path, or the newest one in ./runs.</summary>
internal sealed class RunPlaces(Host host)
{
    /// <summary>The folder of the run that was asked for.</summary>
    /// <param name="given">A run's folder or its database; null for the newest in ./runs.</param>
    /// <exception cref="RunException">There is no such run.</exception>
    public string Find(string? given)
    {
        if (given is null)
        {
            return Newest() ?? throw new RunException($"There is no run in {host.Absolute("runs")}. 'cambrian run <problem>' makes one; a run elsewhere is named by its folder.");
        }

        var path = host.Absolute(given);
        path = File.Exists(path) && Path.GetFileName(path) == RunRecord.DatabaseFile ? Path.GetDirectoryName(path)! : path;
        if (File.Exists(Path.Combine(path, RunRecord.DatabaseFile)))
        {
            return path;
        }

        var byName = host.Absolute(Path.Combine("runs", given));
        if (File.Exists(Path.Combine(byName, RunRecord.DatabaseFile)))
        {
            return byName;
        }

        var what = Directory.Exists(path) ? $"'{given}' is a folder without a {RunRecord.DatabaseFile}" : $"There is no folder '{given}'";
        throw new RunException($"{what}; expected the folder that 'cambrian run' made, such as runs/bin-packing-1-1.{NearestName.Suggest(Path.GetFileName(path), Names())}");
    }

    private string? Newest() => Runs().OrderByDescending(folder => File.GetLastWriteTimeUtc(Path.Combine(folder, RunRecord.DatabaseFile))).FirstOrDefault();

    private IEnumerable<string> Names() => Runs().Select(folder => Path.GetFileName(folder)!);

    private IEnumerable<string> Runs() => Directory.Exists(host.Absolute("runs"))
        ? Directory.EnumerateDirectories(host.Absolute("runs")).Where(folder => File.Exists(Path.Combine(folder, RunRecord.DatabaseFile)))
        : [];
}
