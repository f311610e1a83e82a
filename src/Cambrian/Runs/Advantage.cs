using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Runs;

/// <summary>
/// How sure it is that a winner beats the seed, case by case, on sealed cases that picked neither. A run that is resumed and
/// finished again looks at them again, and could go on until it likes what it sees; so the first look is held to a level of 0.035
/// and the k-th after it to 0.01 / (k (k − 1)), and all looks together claim an advantage that is none in at most one run of twenty.
/// </summary>
/// <param name="Wins">Cases on which the winner is better.</param>
/// <param name="Ties">Cases on which both score the same.</param>
/// <param name="Losses">Cases on which the seed is better.</param>
/// <param name="P">One-sided p-value of the sign-flip test on the differences.</param>
/// <param name="Look">Which look at the sealed cases it comes from, from 1.</param>
internal sealed record Advantage(int Wins, int Ties, int Losses, double P, int Look)
{
    // Most of it for the look that nearly every run has alone: five cases, all better, have p = 1/32. Both together are 0.045.
    private const double FirstLook = 0.035;
    private const double LaterLooks = 0.01;

    /// <summary>The p-value that is needed.</summary>
    public double Level => Look == 1 ? FirstLook : LaterLooks / (Look * (Look - 1.0));

    /// <summary>Whether the winner is shown to be better.</summary>
    public bool IsShown => P <= Level;

    /// <summary>The advantage of one evaluation over another on the same cases; null when they cannot be compared.</summary>
    /// <param name="winner">On the sealed cases.</param>
    /// <param name="seed">On the sealed cases.</param>
    /// <param name="look">Which look at them it is, from 1.</param>
    public static Advantage? Of(Evaluation winner, Evaluation seed, int look)
    {
        if (winner.Outcome != Outcome.Valid || seed.Outcome != Outcome.Valid || winner.Cases.Length != seed.Cases.Length || winner.Cases.IsEmpty)
        {
            return null;
        }

        double[] differences = [.. winner.Cases.Zip(seed.Cases, (own, other) => own - other)];
        return Array.TrueForAll(differences, double.IsFinite)
            ? new Advantage(differences.Count(d => d > 0), differences.Count(d => d == 0), differences.Count(d => d < 0), SignFlipTest.PValue(differences), look)
            : null;
    }

    /// <summary>In words.</summary>
    public override string ToString()
    {
        var counts = $"better on {Wins} of {Wins + Ties + Losses} sealed cases, worse on {Losses}";
        var p = P < 0.0001 ? "p < 0.0001" : FormattableString.Invariant($"p = {P:0.####}");
        return FormattableString.Invariant($"{counts}; {p} (sign-flip test), {(IsShown ? "shown" : $"not shown: it takes p ≤ {Level:0.####}")}");
    }
}
