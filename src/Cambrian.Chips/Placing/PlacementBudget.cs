namespace Cambrian.Chips.Placing;

/// <summary>When to end: after a number of moves, which makes a placement repeatable, or after a time.</summary>
/// <param name="Moves">Moves of all islands together; null for no such limit.</param>
/// <param name="Time">The time; null for no such limit.</param>
/// <param name="Clock">Time passed since whenever, on the wall or of the processor; only asked when there is a time limit.</param>
public sealed record PlacementBudget(long? Moves, TimeSpan? Time = null, Func<TimeSpan>? Clock = null);
