using Cambrian.Algorithms.Folders;
using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>Who decides about a version that passed its test.</summary>
/// <param name="Kind">Promoted, waiting or suggested.</param>
/// <param name="Reason">Why.</param>
/// <param name="Vetoable">Whether it is promoted by itself when the time to object is over.</param>
internal sealed record PromotionRule(DecisionKind Kind, string Reason, bool Vetoable = false)
{
    /// <summary>The rule that holds.</summary>
    /// <param name="level">The run's level now.</param>
    /// <param name="subject">What would change.</param>
    /// <param name="isolation">How the candidate was contained on the sealed cases.</param>
    public static PromotionRule Of(AutonomyLevel level, Subject subject, string isolation) => (level, subject) switch
    {
        (AutonomyLevel.A0, _) => new(DecisionKind.Suggested, "A0 only suggests"),
        (AutonomyLevel.A1, _) => new(DecisionKind.Waiting, "at A1 a person promotes each version"),
        (_, Subject.Kernel) => new(DecisionKind.Waiting, "the kernel is changed by people only"),
        _ when isolation.StartsWith("L1", StringComparison.Ordinal) => new(DecisionKind.Waiting, $"a candidate contained no better than '{isolation}' is promoted by people only"),
        (_, Subject.Solution) => new(DecisionKind.Promoted, $"at {level} a solution that passes is promoted"),
        (AutonomyLevel.A2, _) => new(DecisionKind.Waiting, "at A2 a change of the engine waits for a person"),
        (AutonomyLevel.A3, _) => new(DecisionKind.Waiting, "at A3 a change of the engine is promoted unless a person objects in time", Vetoable: true),
        _ => new(DecisionKind.Promoted, $"at {level} a change of the engine that passes is promoted"),
    };
}
