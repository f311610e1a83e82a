namespace Cambrian.Mcp;

/// <summary>What became of a program that was handed in.</summary>
/// <param name="Step">Its step in the ledger.</param>
/// <param name="Admitted">Whether it passed every gate.</param>
/// <param name="Score">Training score, in the problem's own direction; null when it has none, or was stopped before all cases were tried.</param>
/// <param name="Best">The best training score of the run so far.</param>
/// <param name="IsBest">Whether this program is the best so far.</param>
/// <param name="Feedback">Why it was not admitted, or what its evaluation said.</param>
internal sealed record SubmissionReply(int Step, bool Admitted, double? Score, double Best, bool IsBest, string Feedback);
