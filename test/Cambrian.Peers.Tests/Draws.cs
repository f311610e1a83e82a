namespace Cambrian.Peers.Tests;

/// <summary>Probabilities that are published against what is drawn.</summary>
internal static class Draws
{
    private const int Count = 40_000;

    /// <summary>A program that only its number tells from others.</summary>
    public static Candidate Scored(int step, double score, params int[] parents) => new(step, Toy.Program($"program {step}"), Evaluation.Of(score), parents);

    /// <summary>The same with a score for each case.</summary>
    public static Candidate Cased(int step, params double[] cases) =>
        new(step, Toy.Program($"program {step}"), new Evaluation { Outcome = Outcome.Valid, Score = cases.Average(), Cases = [.. cases] }, []);

    /// <summary>Draws main parents and compares, to within four and a half standard errors.</summary>
    /// <param name="selector">Draws.</param>
    /// <param name="kept">From these.</param>
    /// <param name="published">Probability by step.</param>
    public static void Agree(ISelector selector, IReadOnlyList<Candidate> kept, IReadOnlyDictionary<int, double> published)
    {
        Assert.Equal(1, published.Values.Sum(), 9);
        Dictionary<int, int> drawn = [];
        for (var seed = 0; seed < Count; seed++)
        {
            var parent = selector.Select(kept, Randomness.From(seed))[0].Step;
            drawn[parent] = drawn.GetValueOrDefault(parent) + 1;
        }

        Assert.All(kept.Select(candidate => candidate.Step).Distinct(), step =>
        {
            var probability = published.GetValueOrDefault(step);
            Assert.InRange(drawn.GetValueOrDefault(step) - (Count * probability), -Bound(probability), Bound(probability));
        });
    }

    /// <summary>The shares of some weights.</summary>
    public static IReadOnlyList<double> Shares(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        return [.. all.Select(weight => weight / all.Sum())];
    }

    private static double Bound(double probability) => 4.5 * Math.Sqrt(Count * probability * (1 - probability));
}
