namespace Cambrian.Governance;

/// <summary>Why a run was stopped from outside.</summary>
/// <param name="Reason">What stopped it.</param>
/// <param name="Advice">How to go on.</param>
internal sealed record Halt(string Reason, string Advice);
