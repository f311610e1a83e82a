using Cambrian.Core;

namespace Cambrian.Faults;

/// <summary>A small correct program and conditions that it meets.</summary>
/// <param name="Name">Of its class.</param>
/// <param name="Program">Its source.</param>
/// <param name="Visible">Conditions that a repairer may try.</param>
/// <param name="Hidden">Conditions that only the judge knows.</param>
internal sealed record Subject(string Name, Artifact Program, IReadOnlyList<string> Visible, IReadOnlyList<string> Hidden)
{
    private const string VisibleMark = "visible: ";
    private const string HiddenMark = "hidden: ";

    /// <summary>All conditions, the visible ones first.</summary>
    public IReadOnlyList<string> Tests => [.. Visible, .. Hidden];

    /// <summary>The subjects of a folder, in the order of their names.</summary>
    public static IReadOnlyList<Subject> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The subject of one C# file; its tests stand beside it.</summary>
    /// <exception cref="InvalidDataException">A line of its tests is neither visible nor hidden, or one of the two is missing.</exception>
    public static Subject Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var tests = Path.ChangeExtension(path, ".tests");
        var lines = File.ReadLines(tests).Where(line => line.Length > 0 && line[0] != '#').ToList();
        if (lines.Find(line => !line.StartsWith(VisibleMark, StringComparison.Ordinal) && !line.StartsWith(HiddenMark, StringComparison.Ordinal)) is { } odd)
        {
            throw new InvalidDataException($"{tests}: '{odd}' is no test; expected '{VisibleMark}' or '{HiddenMark}' and a condition.");
        }

        string[] After(string mark) => [.. lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..])];
        var subject = new Subject(name, Artifact.Of($"{name}.cs", File.ReadAllText(path)), After(VisibleMark), After(HiddenMark));
        return subject.Visible.Count > 0 && subject.Hidden.Count > 0 ? subject : throw new InvalidDataException($"{tests} needs visible and hidden tests.");
    }
}
