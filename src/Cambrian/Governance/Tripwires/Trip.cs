namespace Cambrian.Governance.Tripwires;

/// <summary>A tripwire was touched.</summary>
/// <param name="Wire">Which one.</param>
/// <param name="Reason">What was seen.</param>
/// <param name="Hard">Whether nothing can be believed until a person has looked: the level falls to A0, else by one.</param>
internal sealed record Trip(string Wire, string Reason, bool Hard = false);
