namespace Cambrian.Coders;

/// <summary>An agent that cannot be talked to in the Agent Client Protocol.</summary>
/// <param name="message">What it did instead.</param>
public sealed class AcpException(string message) : Exception(message);
