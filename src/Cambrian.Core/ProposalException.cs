namespace Cambrian.Core;

/// <summary>A proposer has no child to offer; the loop records the message as the step's reason and goes on.</summary>
public sealed class ProposalException : Exception
{
    /// <summary>No child, for the given reason.</summary>
    public ProposalException(string message) : base(message)
    {
    }

    /// <summary>No child, for the given reason.</summary>
    /// <param name="message">The reason.</param>
    /// <param name="origin">The operator or model that was asked.</param>
    public ProposalException(string message, string origin) : base(message) => Origin = origin;

    /// <summary>The operator or model that was asked; empty when unknown.</summary>
    public string Origin { get; } = "";

    /// <summary>What was paid in vain, in the units of <see cref="Evaluation.Cost"/>; default 0.</summary>
    public double Effort { get; init; }
}
