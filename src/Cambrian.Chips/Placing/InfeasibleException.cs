namespace Cambrian.Chips.Placing;

/// <summary>The macros cannot be laid out legally; the message says which one found no room, and why.</summary>
public sealed class InfeasibleException(string message) : Exception(message);
