using Cambrian.Core;

namespace Cambrian.Peers.Selectors;

/// <summary>The best of what is kept.</summary>
internal static class Ranking
{
    private static readonly Comparer<Candidate> WorstFirst = Comparer<Candidate>.Create((one, other) => one.Beats(other) ? 1 : other.Beats(one) ? -1 : 0);

    /// <summary>The best candidates, the best first; each once, though it may live on several islands.</summary>
    /// <param name="kept">To choose from.</param>
    /// <param name="count">How many at most; at least 1.</param>
    public static List<Candidate> Best(IEnumerable<Candidate> kept, int count)
    {
        var best = new PriorityQueue<Candidate, Candidate>(WorstFirst);
        HashSet<int> steps = [];
        foreach (var candidate in kept)
        {
            if ((best.Count == count && !candidate.Beats(best.Peek())) || !steps.Add(candidate.Step))
            {
                continue;
            }

            best.Enqueue(candidate, candidate);
            if (best.Count > count)
            {
                steps.Remove(best.Dequeue().Step);
            }
        }

        List<Candidate> ranked = [];
        while (best.TryDequeue(out var worst, out _))
        {
            ranked.Add(worst);
        }

        ranked.Reverse();
        return ranked;
    }
}
