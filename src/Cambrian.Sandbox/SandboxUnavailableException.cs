namespace Cambrian.Sandbox;

/// <summary>This machine cannot contain programs as well as was asked; the message says how to change that, in one line.</summary>
public sealed class SandboxUnavailableException(string message) : Exception(message);
