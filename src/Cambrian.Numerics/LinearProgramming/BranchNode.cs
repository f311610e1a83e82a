namespace Cambrian.Numerics.LinearProgramming;

/// <summary>A part of an integer programme: its parent's with one bound moved.</summary>
/// <param name="Parent">Null for the whole.</param>
/// <param name="Variable">Whose bound moves.</param>
/// <param name="Floor">Its new greatest value where <paramref name="Down"/>; its new least is one more otherwise.</param>
/// <param name="Down">Which of the two halves this is.</param>
/// <param name="Bound">No point of it is better: the parent's value without integers.</param>
internal sealed record BranchNode(BranchNode? Parent, int Variable, double Floor, bool Down, double Bound)
{
    /// <summary>How much of the variable was cut off, between 0 and 1.</summary>
    public double Cut { get; init; } = 1;
}
