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
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<Artifact> Seeds
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("A problem needs at least one seed; none was given.", nameof(value));
    }

    /// <summary>Turns the problem's own score into an oriented one (greater is better), or back.</summary>
    public double Orient(double score) => Direction == Direction.Maximise ? score : -score;

    internal void RequireSeed(Step step)
    {
        if (step.Number >= Seeds.Count)
        {
            return;
        }

        if (!Seeds[step.Number].Equals(step.Child))
        {
            throw new InvalidOperationException(
                $"The ledger belongs to another problem: its step {step.Number} holds {step.Child}, seed {step.Number} of '{Name}' is {Seeds[step.Number]}.");
        }

        if (!step.Verdict.Admitted)
        {
            throw new InvalidOperationException($"Seed {step.Number} of problem '{Name}' was rejected: {step.Verdict.Reason}");
        }
    }
}
