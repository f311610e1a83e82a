using System.Text.Json.Serialization;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Calls;

/// <summary>One request to a model, what came back and what it cost. Written down as soon as it is over, whatever becomes of its step.</summary>
public sealed record ModelCall
{
    /// <summary>What the same request of the same step is found by again.</summary>
    public required string Key { get; init; }

    /// <summary>The model's name in the run.</summary>
    public required string Model { get; init; }

    /// <summary>What it was told to be.</summary>
    public required string System { get; init; }

    /// <summary>What was asked, and in a repair what it had answered first: turns by turns, the person's first.</summary>
    public required IReadOnlyList<string> Turns { get; init; }

    /// <summary>The reply; null when there was none.</summary>
    public string? Reply { get; init; }

    /// <summary>Whether the reply ended because it was too long.</summary>
    public bool CutOff { get; init; }

    /// <summary>Why there was none; null when there was one.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The same in words.</summary>
    public string? Reason { get; init; }

    /// <summary>What the provider counted.</summary>
    public TokenCount Tokens { get; init; }

    /// <summary>Whether the provider counted nothing, so that the tokens are guessed from the lengths of the texts.</summary>
    public bool Guessed { get; init; }

    /// <summary>What it cost, in the currency of the prices.</summary>
    public double Price { get; init; }

    /// <summary>Seconds it took, waits and further attempts included.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether there was a reply.</summary>
    [JsonIgnore]
    public bool Answered => Reply is not null;

    /// <summary>Characters of all that was sent.</summary>
    [JsonIgnore]
    internal int Length => System.Length + Turns.Sum(turn => turn.Length);
}
