namespace Cambrian.Repositories;

/// <summary>A repository cannot be used as asked; the message says what was given, what was expected and what to do.</summary>
public sealed class RepositoryException(string message) : Exception(message);
