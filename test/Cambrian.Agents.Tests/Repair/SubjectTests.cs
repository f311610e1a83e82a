using System.Runtime.Loader;
using System.Text;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;

namespace Cambrian.Agents.Tests.Repair;

/// <summary>The programs that repair agents are tried on: each with its own tests, visible ones for the agent and hidden ones for the judge.</summary>
public sealed class SubjectTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "problems", "agents-repair", "subjects");

    private static readonly Dictionary<string, string[]> Subjects = Read();

    // All of them at once, with every test: far more than one candidate may be.
    private static readonly SourceLimits Limits = SourceLimits.Default with { Characters = 1_000_000, Files = 200, Types = 200, Signs = 1_000, BracketsBesideInterpolation = 50_000 };

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Subjects.Count >= 60, $"{Subjects.Count} subjects");

    [Fact]
    public void Each_has_enough_visible_and_hidden_tests_and_no_test_twice() => Assert.All(Subjects, subject =>
    {
        Assert.All(subject.Value, line => Assert.Matches("^(visible|hidden): .", line));
        Assert.True(subject.Value.Count(line => line.StartsWith("visible: ", StringComparison.Ordinal)) >= 5, subject.Key);
        Assert.True(subject.Value.Count(line => line.StartsWith("hidden: ", StringComparison.Ordinal)) >= 5, subject.Key);
        Assert.Equal(subject.Value.Length, subject.Value.Select(Expression).Distinct(StringComparer.Ordinal).Count());
    });

    [Fact]
    public void Each_compiles_within_the_allow_list() =>
        Assert.Empty(new CandidateCompiler(ReferenceSet.Candidate, ApiAllowList.Default, Limits).Compile(new Artifact(Files()), cancellation: TestContext.Current.CancellationToken).Errors);

    [Fact]
    public void Each_passes_all_its_tests()
    {
        var compiled = new CandidateCompiler(ReferenceSet.Candidate, allowed: null, Limits)
            .Compile(new Artifact(Files().Append(KeyValuePair.Create("SubjectTrial.cs", Trial()))), cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(compiled.Errors);
        var failed = Run(compiled.Image ?? []).Zip(Subjects.Values.SelectMany(lines => lines)).Where(test => !test.First).Select(test => test.Second);
        Assert.Empty(failed);
    }

    private static IEnumerable<KeyValuePair<string, string>> Files() =>
        Subjects.Keys.Select(name => KeyValuePair.Create($"{name}.cs", File.ReadAllText(Path.Combine(Folder, $"{name}.cs"))));

    private static List<bool> Run(byte[] image)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        var trial = context.LoadFromStream(new MemoryStream(image)).GetType("SubjectTrial");
        Assert.NotNull(trial);
        var results = Subjects.Keys.SelectMany(name => trial.GetMethod($"Test{name}")?.Invoke(obj: null, parameters: null) as bool[] ?? []).ToList();
        Assert.Equal(Subjects.Values.Sum(lines => lines.Length), results.Count);
        context.Unload();
        return results;
    }

    private static string Trial()
    {
        var trial = new StringBuilder("public static class SubjectTrial\n{\n");
        foreach (var (name, lines) in Subjects)
        {
            trial.Append($"public static bool[] Test{name}() =>\n[\n");
            trial.AppendJoin(",\n", lines.Select(Expression));
            trial.Append("\n];\n");
        }

        return trial.Append('}').ToString();
    }

    private static string Expression(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];

    private static Dictionary<string, string[]> Read() =>
        Directory.EnumerateFiles(Folder, "*.cs")
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => File.ReadAllLines(Path.ChangeExtension(file, ".tests")), StringComparer.Ordinal);
}
