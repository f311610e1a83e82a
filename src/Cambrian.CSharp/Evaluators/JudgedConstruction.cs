using Cambrian.Contracts;

namespace Cambrian.CSharp.Evaluators;

/// <summary>What the verifiers of a problem say of one construction.</summary>
/// <param name="Score">What the evaluator says.</param>
/// <param name="Check">What the second verifier says; null where the problem has none.</param>
/// <param name="Json">The construction, as JSON that can be verified again.</param>
/// <param name="Picture">An SVG of it; null where there is none.</param>
public sealed record JudgedConstruction(CaseScore Score, CaseScore? Check, string Json, string? Picture)
{
    /// <summary>What the verifiers disagree on; null when they agree, and where there is only one.</summary>
    public string? Disagreement => Check is { } check ? Agreement.Fault(Score, check) : null;

    /// <summary>Whether it keeps the rules, by all verifiers there are.</summary>
    public bool IsValid => Score.Fault is null && double.IsFinite(Score.Value) && Disagreement is null;
}
