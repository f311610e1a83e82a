namespace Cambrian.Repositories.Delivery;

/// <summary>What is to be delivered where.</summary>
public sealed record DeliveryOrder
{
    /// <summary>Full hash of the commit that the run started from.</summary>
    public required string Base { get; init; }

    /// <summary>The branch to make, without refs/heads/.</summary>
    public required string Branch { get; init; }

    /// <summary>The run's name.</summary>
    public required string Run { get; init; }

    /// <summary>The steps, the oldest first, the seed not among them; at least one.</summary>
    public required IReadOnlyList<DeliveredStep> Steps { get; init; }

    /// <summary>SHA-256 of the evidence, 64 hexadecimal digits; the last commit names it.</summary>
    public required string Evidence { get; init; }

    /// <summary>The time that all commits bear: the run's, so that equal deliveries are equal commits.</summary>
    public required DateTimeOffset Time { get; init; }
}
