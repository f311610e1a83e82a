namespace Cambrian.Governance;

/// <summary>The mandate does not allow what was asked for, or is none; the message says what was given, what was expected and what to do.</summary>
internal sealed class MandateException(string message) : Exception(message);
