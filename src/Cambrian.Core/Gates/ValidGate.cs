namespace Cambrian.Core.Gates;

/// <summary>Admits what was measured in full and is valid; rejects anything else with the evaluator's reason.</summary>
public sealed class ValidGate : IGate
{
    private static readonly Task<Verdict> Admitted = Task.FromResult(Verdict.Admit());

    /// <inheritdoc/>
    public Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation) =>
        Fault(child.Evaluation) is { } reason ? Task.FromResult(Verdict.Reject(reason)) : Admitted;

    private static string? Fault(Evaluation evaluation) => evaluation switch
    {
        { Outcome: not Outcome.Valid } => With($"{evaluation.Outcome}", evaluation.Feedback),
        { Complete: false } => With("stopped early", evaluation.Feedback),
        { Score: double.NaN } => With("its score is not a number", evaluation.Feedback),
        _ => null,
    };

    private static string With(string reason, string feedback) => feedback.Length == 0 ? reason : $"{reason}: {feedback}";
}
