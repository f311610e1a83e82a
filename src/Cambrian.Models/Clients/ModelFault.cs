namespace Cambrian.Models.Clients;

/// <summary>A model did not answer. The message holds no key, and nothing that would differ when the same happens again.</summary>
/// <param name="kind">Why.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class ModelFault(FaultKind kind, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public FaultKind Kind => kind;

    /// <summary>When the provider wants to be asked again; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Characters of a reply that came before it broke off; 0 when none did.</summary>
    public int Received { get; init; }

    /// <summary>Whether it may go well when tried again soon.</summary>
    public bool IsPassing => kind is FaultKind.Busy or FaultKind.Unreachable or FaultKind.Broken or FaultKind.Slow;

    /// <summary>The same after so many characters of a reply.</summary>
    internal ModelFault After(int received) => new(Kind, Message) { RetryAfter = RetryAfter, Received = received };
}
