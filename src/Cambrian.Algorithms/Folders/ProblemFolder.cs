using Cambrian.Algorithms.Folders.Peers;
using Cambrian.Core;

namespace Cambrian.Algorithms.Folders;

/// <summary>A problem as a folder: <c>problem.json</c>, <c>statement.md</c>, <c>seed/</c>, an evaluator, optional <c>data/</c> and <c>cheats/</c>; or a folder made for another engine.</summary>
public sealed record ProblemFolder
{
    /// <summary>Full path of the folder.</summary>
    public required string Path { get; init; }

    /// <summary>The content of <c>problem.json</c>.</summary>
    public required ProblemFile File { get; init; }

    /// <summary>What the loop sees.</summary>
    public required Problem Problem { get; init; }

    /// <summary>Programs that try to fool the evaluator, by name; none may score better than the seed.</summary>
    public required IReadOnlyDictionary<string, Artifact> Cheats { get; init; }

    /// <summary>Programs that a person wrote to compare with, by name.</summary>
    public required IReadOnlyDictionary<string, Artifact> References { get; init; }

    /// <summary>Whose Modify makes the children where the improver is frozen: <c>improver/</c>, or the seed.</summary>
    public required Artifact Improver { get; init; }

    /// <summary>How another engine's folder wants its programs measured; null for one with a <c>problem.json</c>.</summary>
    public PeerFolder? Peer { get; init; }

    /// <summary>Files that give the seed a rule of its own for whose turn it is: <c>selection/</c>; null when there are none.</summary>
    public Artifact? Selection { get; init; }

    /// <summary>The starting program.</summary>
    public Artifact Seed => Problem.Seeds[0];

    /// <summary>The data folder; it may not exist.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>Reads and checks a folder.</summary>
    /// <exception cref="ProblemFolderException">Something is missing or malformed.</exception>
    public static ProblemFolder Load(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (!Directory.Exists(full))
        {
            throw new ProblemFolderException($"There is no folder '{path}'. Expected a problem folder with a problem.json; 'cambrian problems' lists those shipped, 'cambrian new <name>' makes one.");
        }

        var description = System.IO.Path.Combine(full, "problem.json");
        if (!System.IO.File.Exists(description) && PeerFolders.Read(full) is { } peer)
        {
            return peer;
        }

        var file = ProblemFileReader.Read(description);
        var seed = ReadTree(System.IO.Path.Combine(full, "seed"))
            ?? throw new ProblemFolderException(file.Repository is null
                ? $"'{path}' has no seed: expected at least one text file in '{path}/seed/', the program to start from."
                : $"'{path}' names a repository whose files were not taken yet; 'cambrian run {path}' and 'cambrian check {path}' do so.");
        var statement = System.IO.Path.Combine(full, "statement.md");
        RequireFile(full, file.Evaluator.File);
        RequireFile(full, file.Repository is null ? null : RepositorySection.Archive);
        RequireFile(full, file.Evaluator.Verifier);
        RequireFolder(full, file.Agent?.Transfer);
        return new ProblemFolder
        {
            Path = full,
            File = file,
            Problem = new Problem
            {
                Name = System.IO.Path.GetFileName(full),
                Statement = System.IO.File.Exists(statement) ? Utf8File.Read(statement) : file.Title,
                Direction = file.Direction,
                Seeds = [seed],
            },
            Cheats = ReadVariants(System.IO.Path.Combine(full, "cheats"), seed),
            References = ReadVariants(System.IO.Path.Combine(full, "references"), seed),
            Improver = ReadTree(System.IO.Path.Combine(full, "improver")) ?? seed,
            Selection = ReadTree(System.IO.Path.Combine(full, "selection")),
        };
    }

    /// <summary>The folder with the files of <see cref="Selection"/> added to the seed.</summary>
    public ProblemFolder WithSelection() => Selection is null ? this : this with { Problem = Problem with { Seeds = [Overlay(Seed, Selection)] } };

    private static void RequireFile(string folder, string? name)
    {
        if (name is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder, name)))
        {
            throw new ProblemFolderException($"problem.json names the file '{name}', but {folder} has no such file. Create it or correct the name.");
        }
    }

    private static void RequireFolder(string folder, string? name)
    {
        if (name is not null && !Directory.Exists(System.IO.Path.Combine(folder, name)))
        {
            throw new ProblemFolderException($"problem.json names the folder '{name}' for 'agent.transfer', but {folder} has no such folder. Create it, shaped like data/, or leave the member out.");
        }
    }

    // A variant is the seed with its own files laid over it: one file for a seed of one file, else a folder.
    private static SortedDictionary<string, Artifact> ReadVariants(string folder, Artifact seed)
    {
        var variants = new SortedDictionary<string, Artifact>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            return variants;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            variants.Add(System.IO.Path.GetFileNameWithoutExtension(file), seed.With(seed.Files.Keys.First(), Utf8File.Read(file)));
        }

        foreach (var sub in Directory.EnumerateDirectories(folder))
        {
            var overlay = ReadTree(sub) ?? seed;
            variants.Add(System.IO.Path.GetFileName(sub), Overlay(seed, overlay));
        }

        return variants;
    }

    private static Artifact Overlay(Artifact below, Artifact above) => above.Files.Aggregate(below, (artifact, pair) => artifact.With(pair.Key, pair.Value));

    private static Artifact? ReadTree(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), Utf8File.Read(file)))
            .ToList();
        return files.Count == 0 ? null : new Artifact(files);
    }
}
