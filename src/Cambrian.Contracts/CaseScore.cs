namespace Cambrian.Contracts;

/// <summary>What one answer to one case is worth.</summary>
/// <param name="Value">In the problem's own direction.</param>
/// <param name="Weight">Share of this case in the mean over cases; default 1.</param>
/// <param name="Fault">Why the answer breaks the rules; null when it does not. One fault makes the whole candidate invalid.</param>
public readonly record struct CaseScore(double Value, double Weight = 1, string? Fault = null)
{
    /// <summary>An answer that breaks the rules.</summary>
    /// <param name="reason">Which rule, and by how much; shown to people and proposers.</param>
    public static CaseScore Invalid(string reason) => new(double.NaN, 1, reason);
}
