namespace Cambrian.Models.Configuration;

/// <summary>The models cannot be used as they are configured; the message says what was given, what was expected and what to do.</summary>
public sealed class ModelsException(string message) : Exception(message);
