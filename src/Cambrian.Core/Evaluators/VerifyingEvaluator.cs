namespace Cambrian.Core.Evaluators;

/// <summary>
/// Has a second, independent evaluator re-check every artifact that beats its rival, and every one without a rival, before
/// its score counts. Every new best of a run is among them, as it beats its own parent too; and unlike "the best so far",
/// which depends on timing, "beats its rival" is a function of the arguments alone.
/// </summary>
/// <param name="inner">Measures everything.</param>
/// <param name="verifier">Measures again, in full, what claims an improvement.</param>
/// <param name="tolerance">How far the two scores may lie apart, in units of the score; default 0.</param>
public sealed class VerifyingEvaluator(IEvaluator inner, IEvaluator verifier, double tolerance = 0) : IEvaluator
{
    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var claim = await inner.EvaluateAsync(artifact, rival, cancellation).ConfigureAwait(false);
        if (claim is not { Outcome: Outcome.Valid, Complete: true } || claim.Score <= rival?.Score)
        {
            return claim;
        }

        var check = await verifier.EvaluateAsync(artifact, rival: null, cancellation).ConfigureAwait(false);
        var agrees = check.Outcome == Outcome.Valid && Math.Abs(check.Score - claim.Score) <= tolerance;
        return (agrees ? claim : Evaluation.None(Outcome.Invalid, Disagreement(claim, check))) with
        {
            Cost = claim.Cost + check.Cost,
            Cpu = claim.Cpu + check.Cpu,
            Isolation = claim.Isolation,
        };
    }

    private static string Disagreement(Evaluation claim, Evaluation check) => check.Outcome == Outcome.Valid
        ? FormattableString.Invariant($"the verifier disagrees: evaluated to {claim.Score:r}, verified as {check.Score:r}")
        : FormattableString.Invariant($"the verifier rejects it ({check.Outcome}): {check.Feedback}");
}
