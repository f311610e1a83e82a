namespace Cambrian.Store;

/// <summary>The first step of a ledger that is not what was recorded.</summary>
/// <param name="Step">Its number.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record StepFault(int Step, string Reason);
