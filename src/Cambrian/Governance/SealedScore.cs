using Cambrian.Core;
using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>What a step's child was worth on the sealed cases, as recorded.</summary>
internal static class SealedScore
{
    /// <summary>The last of its scores; null when it has none.</summary>
    public static Evaluation? Of(RunDatabase database, int step) =>
        database.HeldOutScores().LastOrDefault(score => score.Split == HeldOutSplit.Sealed && score.Step == step)?.Evaluation;
}
