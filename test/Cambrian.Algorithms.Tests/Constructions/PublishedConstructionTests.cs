using System.Globalization;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Sandbox;

namespace Cambrian.Algorithms.Tests.Constructions;

/// <summary>Both verifiers of each row give AlphaEvolve's construction the value that was published for it.</summary>
public sealed class PublishedConstructionTests
{
    private static readonly string Place = Path.Combine(Repository.Root, "test", "Cambrian.Algorithms.Tests", "Constructions");

    /// <summary>Problem, file, value.</summary>
    public static TheoryData<string, string, double> Published
    {
        get
        {
            var rows = new TheoryData<string, string, double>();
            foreach (var row in File.ReadLines(Path.Combine(Place, "published.tsv")).Where(line => !line.StartsWith('#')).Distinct(StringComparer.Ordinal).Select(line => line.Split('\t')))
            {
                rows.Add(row[0], row[1], double.Parse(row[2], CultureInfo.InvariantCulture));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Published))]
    public async Task A_published_construction_verifies_to_its_published_value(string problem, string file, double published)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = ProblemFolder.Load(Path.Combine(Repository.Root, "problems", problem));
        using var sandbox = await SandboxRunner.OpenAsync(IsolationGrade.Namespaces, cancellation);
        await using var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1);
        await using var judge = evaluators.Judge();

        var judged = await judge.VerifyAsync(await File.ReadAllTextAsync(Path.Combine(Place, "alphaevolve", file), cancellation), cancellation);

        Assert.True(judged.IsValid, judged.Disagreement ?? judged.Score.Fault);
        Assert.NotNull(judged.Check);
        Assert.InRange(judged.Score.Value, published - (1e-9 * Math.Abs(published)), published + (1e-9 * Math.Abs(published)));
    }
}
