namespace Cambrian.Models.Replies;

/// <summary>A reply gives no program; the message tells the model, and people, why.</summary>
public sealed class ReplyException(string message) : Exception(message);
