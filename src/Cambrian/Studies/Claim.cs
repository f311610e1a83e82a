using Cambrian.Report;

namespace Cambrian.Studies;

/// <summary>A claim that a study was made to test: that trials of one arm score above their pairs of another.</summary>
/// <param name="Text">The claim, as it reads when it holds.</param>
/// <param name="Comparison">Pair by pair; null when there are no pairs.</param>
internal sealed record Claim(string Text, PairedComparison? Comparison)
{
    /// <summary>Pairs that a claim takes: with few, a bootstrap interval is far too narrow, and with one it is a point.</summary>
    public const int LeastPairs = 10;

    /// <summary>Whether there are pairs enough and the interval lies above zero.</summary>
    public bool Holds => Comparison is { Pairs: >= LeastPairs, Interval.Low: > 0 };

    /// <summary>Whether there are pairs enough and the interval lies below zero: the opposite is shown.</summary>
    public bool IsRefuted => Comparison is { Pairs: >= LeastPairs, Interval.High: < 0 };

    /// <summary>"shown", "the opposite is shown", "too few seeds" or "no evidence".</summary>
    public string Verdict => Holds ? "shown" : IsRefuted ? "the opposite is shown" : Comparison is { Pairs: < LeastPairs } ? "too few seeds" : "no evidence";
}
