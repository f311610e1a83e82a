using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>A beam search for short sorting networks: of all networks of a length, those with the fewest outputs go on.</summary>
internal sealed class NetworkBeam(int channels, int width, bool mirrored, Random random)
{
    private readonly Outputs _trial = new(channels);
    private readonly (int Low, int High)[][] _moves = [.. Moves(channels, mirrored)];

    /// <summary>The first network that sorts; or, when work ends or nothing goes on, the one with the fewest outputs of the longest.</summary>
    public List<(int Low, int High)> Follow(IEnumerable<(int Low, int High)> start, Work work)
    {
        var best = new Prefix(channels, start);
        // A pair of mirrored comparators skips a length, so two lengths are open at any time.
        List<Continuation> next = [], afterNext = [];
        List<Prefix> beam = [best];
        var cost = best.Outputs.Cost * channels * channels;
        while (!best.Outputs.Sorted && (beam.Count > 0 || afterNext.Count > 0) && work.Spend((beam.Count + 1) * cost))
        {
            foreach (var prefix in beam)
            {
                Continue(prefix, next, afterNext);
            }

            beam = Fewest(next);
            (next, afterNext) = (afterNext, []);
            best = beam.Count > 0 ? beam[0] : best;
        }

        return best.Pairs();
    }

    private void Continue(Prefix prefix, List<Continuation> next, List<Continuation> afterNext)
    {
        foreach (var move in _moves)
        {
            _trial.Set(prefix.Outputs);
            var changes = 0;
            foreach (var (low, high) in move)
            {
                changes += _trial.Compare(low, high) ? 1 : 0;
            }

            if (changes == move.Length)
            {
                (changes == 1 ? next : afterNext).Add(new(_trial.Count, random.Next(), _trial.Fingerprint(), prefix, move));
            }
        }
    }

    private List<Prefix> Fewest(List<Continuation> continuations)
    {
        continuations.Sort((a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : a.Tie.CompareTo(b.Tie));
        return [.. continuations.DistinctBy(one => one.Fingerprint).Take(width)
            .Select(one => one.Move.Aggregate(one.Parent, (prefix, pair) => prefix.Then(pair.Low, pair.High)))];
    }

    private static IEnumerable<(int Low, int High)[]> Moves(int channels, bool mirrored)
    {
        for (var low = 0; low < channels; low++)
        {
            for (var high = low + 1; high < channels; high++)
            {
                var (mirrorLow, mirrorHigh) = (channels - 1 - high, channels - 1 - low);
                if (!mirrored || low == mirrorLow)
                {
                    yield return [(low, high)];
                }
                else if (low < mirrorLow)
                {
                    yield return [(low, high), (mirrorLow, mirrorHigh)];
                }
            }
        }
    }

    private readonly record struct Continuation(int Count, int Tie, ulong Fingerprint, Prefix Parent, (int Low, int High)[] Move);
}
