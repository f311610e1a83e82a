using Cambrian.Core.Policies;

namespace Cambrian.Core.Selectors;

/// <summary>Two parents, each the winner among a few drawn at random. How many those are, and who wins, is a matter of policy: by the engine's own, the one with the best score.</summary>
public sealed class TournamentSelector : ISelector
{
    private readonly int _size;
    private readonly Laws _laws;

    /// <summary>A tournament.</summary>
    /// <param name="size">Candidates drawn for each parent, as the policy is asked for; at least 1. More means greedier selection.</param>
    /// <param name="laws">The policy; null for the engine's own.</param>
    public TournamentSelector(int size, Laws? laws = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        (_size, _laws) = (size, laws ?? Laws.Default);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var (newest, drought) = Drought.Of(kept);
        var contestants = new Candidate[_laws.Contestants(_size, kept.Count, drought)];
        return [Winner(kept, contestants, newest, random), Winner(kept, contestants, newest, random)];
    }

    private Candidate Winner(IReadOnlyList<Candidate> kept, Candidate[] contestants, int newest, Random random)
    {
        var (count, length) = (kept.Count, 0.0);
        for (var drawn = 0; drawn < contestants.Length; drawn++)
        {
            contestants[drawn] = kept[random.Next(count)];
            length += contestants[drawn].Artifact.Length;
        }

        var (winner, most) = (contestants[0], double.NegativeInfinity);
        foreach (var contestant in contestants)
        {
            var age = (newest - contestant.Step) / (newest + 1.0);
            var merit = _laws.Merit(Place(contestant, contestants), contestant.Artifact.Length * contestants.Length / Math.Max(length, 1), age);
            (winner, most) = merit > most ? (contestant, merit) : (winner, most);
        }

        return winner;
    }

    private static int Place(Candidate candidate, Candidate[] among)
    {
        var above = 0;
        foreach (var other in among)
        {
            above += other.Score > candidate.Score ? 1 : 0;
        }

        return above;
    }
}
