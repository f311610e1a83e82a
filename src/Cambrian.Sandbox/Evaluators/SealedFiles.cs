namespace Cambrian.Sandbox.Evaluators;

/// <summary>The files and folders of a problem folder that only the scoring of their split may see.</summary>
internal sealed class SealedFiles
{
    private readonly Dictionary<string, IReadOnlyList<string>> _bySplit = new(StringComparer.Ordinal);

    /// <summary>Looks the patterns up.</summary>
    /// <param name="folder">The problem folder.</param>
    /// <param name="patterns">Split to paths or patterns relative to it.</param>
    /// <exception cref="ArgumentException">A pattern leaves the folder, or matches nothing: what was meant to be sealed would lie open.</exception>
    public SealedFiles(string folder, IReadOnlyDictionary<string, IReadOnlyList<string>> patterns)
    {
        string[] paths = [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];
        foreach (var (split, wanted) in patterns)
        {
            _bySplit[split] = [.. wanted.SelectMany(pattern => Match(pattern, split, paths)).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Everything sealed, relative to the folder.</summary>
    public IEnumerable<string> All => _bySplit.Values.SelectMany(paths => paths);

    /// <summary>What is sealed for other splits, and not for this one.</summary>
    public IEnumerable<string> Except(string split)
    {
        var own = _bySplit.GetValueOrDefault(split, []);
        return _bySplit.Where(pair => pair.Key != split).SelectMany(pair => pair.Value).Except(own, StringComparer.Ordinal);
    }

    // What lies in a matched folder is covered with it; covering it once more would fail, as it can no longer be found.
    private static string[] Match(string pattern, string split, IReadOnlyList<string> paths)
    {
        string[] matched = [.. paths.Where(new PathPattern(pattern).Matches)];
        return matched.Length > 0
            ? [.. matched.Where(path => !matched.Any(other => path.StartsWith(other + "/", StringComparison.Ordinal)))]
            : throw new ArgumentException($"The sealed path '{pattern}' of split '{split}' matches nothing in the problem folder. Correct it, or remove it from problem.json.", nameof(pattern));
    }
}
