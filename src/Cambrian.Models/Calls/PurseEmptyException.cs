namespace Cambrian.Models.Calls;

/// <summary>What a run may spend does not reach for its next call. The end of a budget, and no failure: it says nothing of the step, which another budget makes.</summary>
public sealed class PurseEmptyException(string message) : Exception(message);
