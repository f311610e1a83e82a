using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.Algorithms.Tests.Problems;

/// <summary>
/// The instances and the way they are scored are those of the literature: first fit and best fit come out as published
/// (Romera-Paredes et al. 2024, Nature 625:468, Table 1), in per cent of bins above the lower bound.
/// </summary>
public sealed class PublishedPackingTests
{
    private static readonly Dictionary<int, double> FirstFitOnOrLibrary = new() { [120] = 6.42, [250] = 6.45, [500] = 5.74, [1_000] = 5.23 };
    private static readonly Dictionary<int, double> BestFitOnOrLibrary = new() { [120] = 5.81, [250] = 6.06, [500] = 5.37, [1_000] = 4.94 };

    [Theory]
    [InlineData("bin-packing")]
    [InlineData("bin-packing-stateful")]
    public void First_fit_on_the_Weibull_instances_is_as_published(string problem)
    {
        var (items, excess) = Assert.Single(new JudgedPackings(Folder(problem)).Excess(FirstFit));
        Assert.Equal((5_000, 4.23), (items, Math.Round(excess, 2)));
    }

    [Fact]
    public void First_fit_on_OR_Library_is_as_published() =>
        AssertEqual(FirstFitOnOrLibrary, new JudgedPackings(Folder("bin-packing-or")).Excess(FirstFit));

    [Theory]
    [InlineData("bin-packing")]
    [InlineData("bin-packing-stateful")]
    public async Task Best_fit_run_by_the_engine_on_the_Weibull_instances_is_as_published(string problem) =>
        Assert.Equal(3.98, Math.Round(-(await RunSeedAsync(problem)).Score, 2));

    [Fact]
    public async Task Best_fit_run_by_the_engine_on_OR_Library_is_as_published()
    {
        var evaluation = await RunSeedAsync("bin-packing-or");
        AssertEqual(BestFitOnOrLibrary, BestFitOnOrLibrary.Keys.ToDictionary(items => items, items => evaluation.Metrics[$"items{items}"]));
    }

    private static ProblemFolder Folder(string problem) => ProblemFolder.Load(Path.Combine(Repository.Root, "problems", problem));

    // The seed of all three problems is best fit.
    private static async Task<Evaluation> RunSeedAsync(string problem)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Folder(problem);
        using var sandbox = await SandboxRunner.OpenAsync(IsolationGrade.Namespaces, cancellation);
        await using var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1);
        var evaluation = await evaluators.For(Split.Test).EvaluateAsync(folder.Seed, rival: null, cancellation);
        Assert.True(evaluation.Outcome == Outcome.Valid, evaluation.Feedback);
        return evaluation;
    }

    // The oldest bin with room takes the item. Only a packing that knows the order of its bins can do that, so no rule of these problems can.
    private static short[] FirstFit(int[] instance)
    {
        List<int> spaces = [];
        return [.. instance.Skip(1).Select(item =>
        {
            var bin = spaces.FindIndex(space => space >= item);
            if (bin < 0)
            {
                bin = spaces.Count;
                spaces.Add(instance[0]);
            }

            var before = spaces[bin];
            spaces[bin] -= item;
            return (short)before;
        })];
    }

    private static void AssertEqual(Dictionary<int, double> published, IReadOnlyDictionary<int, double> excess) =>
        Assert.Equal(published.OrderBy(pair => pair.Key), excess.OrderBy(pair => pair.Key).Select(pair => KeyValuePair.Create(pair.Key, Math.Round(pair.Value, 2))));
}
