using System.Globalization;
using Cambrian.Contracts;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Whether two verifiers say the same of a construction.</summary>
public static class Agreement
{
    /// <summary>How far two values of one construction may lie apart, as a share of the greater: they are rounded apart, not computed alike.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>What the two disagree on; null when they agree.</summary>
    /// <param name="evaluator">What the evaluator says.</param>
    /// <param name="check">What the second verifier says.</param>
    public static string? Fault(CaseScore evaluator, CaseScore check) => (evaluator.Fault, check.Fault) switch
    {
        (null, { } fault) => $"the second verifier rejects what the evaluator accepts: {fault}",
        ({ } fault, null) => $"the evaluator rejects what the second verifier accepts: {fault}",
        (null, null) when !(Math.Abs(evaluator.Value - check.Value) <= Tolerance * Math.Max(Math.Abs(evaluator.Value), Math.Abs(check.Value))) =>
            string.Create(CultureInfo.InvariantCulture, $"the evaluator gives {evaluator.Value:R}, the second verifier {check.Value:R}"),
        _ => null,
    };
}
