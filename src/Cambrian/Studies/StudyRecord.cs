using Cambrian.Runs;

namespace Cambrian.Studies;

/// <summary>A study's folder: the trials that are done, one line each, and their runs. What is recorded is never run again.</summary>
internal sealed class StudyRecord
{
    /// <summary>The file with the trials.</summary>
    public const string File = "trials.jsonl";

    private readonly List<Trial> _trials;

    private StudyRecord(string path, IEnumerable<Trial> trials) => (Path, _trials) = (path, [.. trials]);

    /// <summary>The study's folder.</summary>
    public string Path { get; }

    /// <summary>The trials so far.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>Opens a study's folder, or begins one.</summary>
    /// <exception cref="RunException">The folder holds something else.</exception>
    public static StudyRecord Open(string path)
    {
        var file = System.IO.Path.Combine(path, File);
        if (!System.IO.File.Exists(file) && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new RunException($"'{path}' is a folder that holds other things; expected one that is new, empty, or a study with its {File}. Choose another one with --out.");
        }

        Directory.CreateDirectory(path);
        return new StudyRecord(path, System.IO.File.Exists(file) ? System.IO.File.ReadLines(file).Select(Trial.FromJson).OfType<Trial>() : []);
    }

    /// <summary>The trial of an arm with a seed; null when it is still to be run.</summary>
    public Trial? Find(string arm, int seed) => _trials.Find(trial => trial.Arm == arm && trial.Seed == seed);

    /// <summary>Adds a trial.</summary>
    public void Add(Trial trial)
    {
        // A line that a killed process left half-written must not swallow this one.
        System.IO.File.AppendAllText(System.IO.Path.Combine(Path, File), $"{(EndsOpen() ? "\n" : "")}{trial.ToJson()}\n");
        _trials.Add(trial);
    }

    private bool EndsOpen()
    {
        var file = System.IO.Path.Combine(Path, File);
        return System.IO.File.Exists(file) && System.IO.File.ReadAllText(file) is { Length: > 0 } text && text[^1] != '\n';
    }
}
