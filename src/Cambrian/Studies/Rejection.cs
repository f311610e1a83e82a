using Cambrian.Agents.Modification;
using Cambrian.Core;

namespace Cambrian.Studies;

/// <summary>Sorts the reasons why children were not admitted into the gates that they failed.</summary>
internal static class Rejection
{
    /// <summary>A child that used something outside the allow-list: the only kind that reaches for what it may not have.</summary>
    public const string Forbidden = "allow-list";

    /// <summary>A child that can no longer modify itself or a fixture.</summary>
    public const string Retention = "retention";

    /// <summary>The gate that a step failed, in the order of the gates' cost; null for one that was admitted.</summary>
    public static string? KindOf(Step step) => step switch
    {
        { Verdict.Admitted: true } => null,
        { Child: null } => "no edit could be made",
        { Evaluation: { Outcome: Outcome.Failed, Feedback: var feedback } } when feedback.Contains("not allowed", StringComparison.Ordinal) => Forbidden,
        { Evaluation: { Outcome: Outcome.Failed, Isolation.Length: 0 } } => "does not compile",
        { Evaluation: { Outcome: Outcome.Invalid, Feedback: var feedback } } when feedback.StartsWith(RetentionEvaluator.Lost, StringComparison.Ordinal) => Retention,
        { Evaluation: { Outcome: Outcome.TimedOut } } => "too slow",
        { Evaluation: { Outcome: Outcome.Failed } } => "fails on a task",
        { Evaluation: { Outcome: Outcome.Invalid } } => "breaks a rule",
        { Evaluation: { Complete: false } } => "first tasks",
        _ => "other",
    };
}
