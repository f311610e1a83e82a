namespace Cambrian.Sandbox.Workers;

/// <summary>The other side of a frame stream broke the protocol or went away.</summary>
/// <param name="message">Which.</param>
/// <param name="ended">See <see cref="Ended"/>.</param>
public sealed class FrameException(string message, bool ended = false) : Exception(message)
{
    /// <summary>Whether the stream came to its end: the other side went away, or closed it.</summary>
    public bool Ended { get; } = ended;
}
