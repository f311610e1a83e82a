namespace Cambrian.Core;

/// <summary>What a run is about, as the loop and the proposers see it.</summary>
public sealed record Problem
{
    /// <summary>Short name, for instance "bin-packing".</summary>
    public required string Name { get; init; }

    /// <summary>The task in prose, for people and models.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Which way the problem's own score is better.</summary>
    public Direction Direction { get; init; } = Direction.Maximise;

    /// <summary>Where the search starts; at least one.</summary>
    public required IReadOnlyList<Artifact> Seeds { get; init; }

    /// <summary>Turns the problem's own score into an oriented one (greater is better), or back.</summary>
    public double Orient(double score) => Direction == Direction.Maximise ? score : -score;
}
