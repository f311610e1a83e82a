using System.Text.RegularExpressions;

namespace Cambrian.Architecture.Tests;

public sealed partial class ConformanceTests
{
    [Fact]
    public void Every_implementation_of_a_concept_runs_its_conformance_suite()
    {
        var tests = Repository.Files("test", "*.cs").Select(Repository.Read).ToList();
        var implementations = Repository.Sources.SelectMany(file => Implementation().Matches(Repository.Read(file)))
            .Select(match => (Name: match.Groups[1].Value, Suite: match.Groups[2].Value + "Conformance")).ToList();
        Assert.True(implementations.Count > 15, "the pattern no longer finds the implementations");
        Assert.Empty(implementations
            .Where(part => !tests.Exists(test => test.Contains($": {part.Suite}", StringComparison.Ordinal) && Regex.IsMatch(test, $@"\b{part.Name}\b")))
            .Select(part => $"{part.Name}: derive a test class from {part.Suite}"));
    }

    // Nested, private ones are parts of the public one around them.
    [GeneratedRegex(@"^(?:public|internal) sealed (?:partial )?class (\w+)(?:\([^{;]*\))?\s*:[^{;\n]*\bI(Archive|Selector|Gate|Evaluator|Proposer|Ledger)\b", RegexOptions.Multiline)]
    private static partial Regex Implementation();
}
