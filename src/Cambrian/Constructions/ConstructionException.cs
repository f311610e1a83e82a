namespace Cambrian.Constructions;

/// <summary>A construction is not valid by the verifiers of its problem; the message says whose it is, why, and what to do.</summary>
internal sealed class ConstructionException(string message) : Exception(message);
