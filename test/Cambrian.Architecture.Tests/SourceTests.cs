using System.Text.RegularExpressions;

namespace Cambrian.Architecture.Tests;

public sealed partial class SourceTests
{
    [Fact]
    public void The_loop_can_be_read_before_lunch() => Assert.InRange(Repository.Lines("src/Cambrian.Core/Loop.cs").Length, 1, 199);

    [Fact]
    public void No_file_is_longer_than_400_lines() => AssertNone(Repository.Sources.Where(file => Repository.Lines(file).Length > 400));

    [Fact]
    public void There_are_no_regions() => AssertNoLine(Region());

    [Fact]
    public void Nullability_is_never_switched_off() => AssertNoLine(NullableOff());

    [Fact]
    public void What_is_to_do_names_its_issue() => AssertNoLine(Todo());

    [Fact]
    public void Every_suppression_gives_its_reason() => AssertNoLine(SilentSuppression());

    [Fact]
    public void Namespaces_are_folders() => AssertNone(Repository.Sources
        .Where(file => NamespaceOf(file) is { } declared && declared != string.Join('.', file.Split('/')[1..^1])));

    // What Contracts and Worker do is tested through those who use them.
    [Fact]
    public void Every_project_has_its_tests() => AssertNone(Repository.Projects
        .Where(project => project is not ("Cambrian.Contracts" or "Cambrian.Worker") && !Directory.Exists(Path.Combine(Repository.Root, "test", $"{project}.Tests"))));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Cambrian.slnx");
        AssertNone(Repository.Files(".", "*.csproj").Where(file => !file.StartsWith("problems/", StringComparison.Ordinal) && !solution.Contains(file, StringComparison.Ordinal)));
    }

    private static string? NamespaceOf(string file) =>
        Namespace().Match(Repository.Read(file)) is { Success: true } match ? match.Groups[1].Value : null;

    private static void AssertNoLine(Regex forbidden) => AssertNone(Repository.Sources.SelectMany(file =>
        Repository.Lines(file).Index().Where(line => forbidden.IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1}: {line.Item.Trim()}")));

    private static void AssertNone(IEnumerable<string> offenders) => Assert.Empty(offenders);

    [GeneratedRegex(@"^\s*#region")]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*#nullable\s+disable")]
    private static partial Regex NullableOff();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b(?!\(#\d+\))")]
    private static partial Regex Todo();

    [GeneratedRegex(@"#pragma\s+warning\s+disable(?!.*//\s*\S)|\[.*SuppressMessage\((?!.*Justification)")]
    private static partial Regex SilentSuppression();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
