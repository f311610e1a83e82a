using Cambrian.Contracts;
using Cambrian.Faults;

namespace Cambrian.Agents.Tests.Repair;

/// <summary>The cases of problems/agents-repair: they are what the tool makes of the subjects.</summary>
public sealed class FaultTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "problems", "agents-repair");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AnagramGroups")]
    [InlineData("BracketCheck")]
    [InlineData("TicTacToe")]
    public void A_subject_gives_the_cases_that_are_recorded(string name)
    {
        var faults = FaultChoice.Of(Subject.Read(Path.Combine(Folder, "subjects", $"{name}.cs")), Token);

        Assert.Equal(Recorded(Splits.Of(Names())[name]).SkipWhile(line => !IsOf(name, line)).TakeWhile(line => IsOf(name, line)), faults.SelectMany(CaseLine.Of));
        Assert.Equal(FaultChoice.PerSubject, faults.Count);
    }

    [Fact]
    public void Every_subject_is_in_one_split_and_there_are_enough_cases()
    {
        var splits = Splits.Of(Names());
        foreach (var split in Enum.GetValues<Split>())
        {
            var cases = Recorded(split).Where(line => line[0] != '#').ToList();
            Assert.All(cases, line => Assert.Equal(split, splits[line.Split(' ')[0]]));
            Assert.True(cases.Count >= 40, $"{split}: {cases.Count}");
        }
    }

    [Fact]
    public void Every_fault_is_noticed_by_a_visible_and_a_hidden_test_and_can_be_repaired_by_one_edit()
    {
        var fault = FaultChoice.Of(Subject.Read(Path.Combine(Folder, "subjects", "BracketCheck.cs")), Token)[0];
        var (own, visible) = (fault.Outcomes.Passes[0], fault.Subject.Visible.Count);

        Assert.Contains(false, own[..visible]);
        Assert.Contains(true, own[..visible]);
        Assert.Contains(false, own[visible..]);
        Assert.Contains(fault.Outcomes.Passes, row => row.All(passes => passes));
    }

    private static bool IsOf(string name, string line) => line.StartsWith($"{name} ", StringComparison.Ordinal) || line.StartsWith($"# {name},", StringComparison.Ordinal);

    private static string[] Recorded(Split split) => File.ReadAllLines(Path.Combine(Folder, "data", $"{split.ToString().ToLowerInvariant()}.txt"));

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Path.Combine(Folder, "subjects"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file));
}
