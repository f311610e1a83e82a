using Cambrian.Core;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.Agents.Exercism;

/// <summary>
/// The tests that an exercise declares, and what a run said about them. A result counts only on a line that starts with the
/// run's secret word, and only once; a test without one did not pass.
/// </summary>
internal sealed class FactReport(Artifact tests)
{
    /// <summary>The tests' names, in the order of the files.</summary>
    public IReadOnlyList<string> Names { get; } = [.. tests.Files.SelectMany(file => Declared(file.Value))];

    /// <summary>One result for each test that is declared.</summary>
    /// <param name="word">What each line must start with.</param>
    /// <param name="output">What the run printed; empty when there was none.</param>
    public IReadOnlyList<FactResult> Read(string word, string output)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n'))
        {
            if (line.TrimEnd('\r').Split('\t') is [var secret, var name, var fault] && secret == word)
            {
                faults[name] = faults.ContainsKey(name) ? "was reported twice" : fault;
            }
        }

        return [.. Names.Select(name => new FactResult(name, faults.GetValueOrDefault(name, "did not run")))];
    }

    private static IEnumerable<string> Declared(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Fact"))
            .Select(method => $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}");
}
