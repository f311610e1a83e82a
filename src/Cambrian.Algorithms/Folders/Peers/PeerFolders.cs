using Cambrian.Core;

namespace Cambrian.Algorithms.Folders.Peers;

/// <summary>Recognises folders that were made for other engines and reads them as problems. Nothing is written into them.</summary>
internal static class PeerFolders
{
    private const string OpenEvolveEvaluator = "evaluator.py";
    private const string ShinkaEvaluator = "evaluate.py";

    // Its winner is scored as often as anybody else's, by an evaluator that may take minutes.
    private const int Finalists = 3;

    /// <summary>The problem in a folder; null when it is no peer's.</summary>
    /// <param name="path">Full path of a folder without a problem.json.</param>
    /// <exception cref="ProblemFolderException">It is a peer's, and something in it is malformed.</exception>
    public static ProblemFolder? Read(string path)
    {
        if (Recognise(path) is not { } peer)
        {
            return null;
        }

        var program = Utf8File.Read(Path.Combine(path, peer.Program));
        var seed = Artifact.Of(peer.Program, program);
        var statement = peer.Settings.Statement.Length > 0 ? peer.Settings.Statement : Readme(path);
        return new ProblemFolder
        {
            Path = path,
            File = File(peer, Title(path)),
            Peer = peer,
            Problem = new Problem { Name = Path.GetFileName(path), Statement = statement.Length > 0 ? statement : Title(path), Direction = Direction.Maximise, Seeds = [seed] },
            Cheats = new Dictionary<string, Artifact>(StringComparer.Ordinal),
            References = new Dictionary<string, Artifact>(StringComparer.Ordinal),
            Improver = seed,
        };
    }

    private static PeerFolder? Recognise(string path)
    {
        if (Initial(path, "initial_program") is { } program && System.IO.File.Exists(Path.Combine(path, OpenEvolveEvaluator)))
        {
            var configuration = Configuration(path);
            return new PeerFolder
            {
                Kind = PeerKind.OpenEvolve,
                Evaluator = OpenEvolveEvaluator,
                Program = program,
                Configuration = configuration,
                Settings = configuration is null ? new() : OpenEvolveConfiguration.Parse(Utf8File.Read(Path.Combine(path, configuration)), configuration),
            };
        }

        return Initial(path, "initial") is { } initial && System.IO.File.Exists(Path.Combine(path, ShinkaEvaluator))
            ? new PeerFolder { Kind = PeerKind.ShinkaEvolve, Evaluator = ShinkaEvaluator, Program = initial, Settings = new() { Cascade = false } }
            : null;
    }

    private static string? Initial(string path, string name) =>
        Directory.EnumerateFiles(path, $"{name}.*").Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name);

    // The plain name is the default; of others, which are variants for runs one after the other, the first.
    private static string? Configuration(string path) =>
        System.IO.File.Exists(Path.Combine(path, "config.yaml")) ? "config.yaml"
            : Directory.EnumerateFiles(path, "config*.y*ml").Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();

    private static ProblemFile File(PeerFolder peer, string title)
    {
        var settings = peer.Settings;
        var defaults = new SearchSection();
        var islands = Math.Clamp(settings.Islands ?? defaults.Islands, 1, 1000);
        return new ProblemFile
        {
            Title = title,
            Direction = Direction.Maximise,
            Evaluator = new EvaluatorSection { Run = ["python3", peer.Evaluator], TimeLimit = settings.Timeout, Memory = settings.Memory },
            Search = defaults with { Islands = islands, Population = Math.Max(1, (settings.Population ?? (defaults.Population * islands)) / islands), Finalists = Finalists },
        };
    }

    private static string Title(string path) =>
        Readme(path).Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Path.GetFileName(path);

    private static string Readme(string path) => Path.Combine(path, "README.md") is var file && System.IO.File.Exists(file) ? Utf8File.Read(file) : "";
}
