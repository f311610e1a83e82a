namespace Cambrian.Runs;

/// <summary>A run's folder or database cannot be used; the message says what was given, what was expected and what to do.</summary>
internal sealed class RunException(string message) : Exception(message);
