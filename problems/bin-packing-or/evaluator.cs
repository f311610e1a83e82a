using System.IO;
using System.Numerics;
using Cambrian.Contracts;

public delegate double Priority(
    double item, double remaining, double after, double matching, double resulting, double open, double space, double left, double exact, double fitting);

/// <summary>A case is capacity, then the items in order. An answer is, per item, the free space of the chosen bin before the item goes in.</summary>
public sealed class OrLibraryBinPacking : Evaluator<Priority, int[], short[]>
{
    public override IReadOnlyList<int[]> Cases(Split split, string dataFolder) => split switch
    {
        Split.Training => Training(),
        Split.Validation => Validation(),
        _ => [.. Enumerable.Range(1, 4)
            .SelectMany(set => File.ReadLines(Path.Combine(dataFolder, $"OR{set}.txt")))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())],
    };

    // Bins with the same free space are alike, so the rule is asked once for each free space that occurs, not once for each bin.
    public override short[] Run(Priority program, int[] problemCase)
    {
        var packing = new Packing(problemCase[0], problemCase.Length - 1);
        var answer = new short[problemCase.Length - 1];
        for (var i = 0; i < answer.Length; i++)
        {
            var item = problemCase[i + 1];
            var gap = packing.Choose(program, item);
            packing.Place(item, gap);
            answer[i] = (short)gap;
        }

        return answer;
    }

    // Plays the packing again from the answers alone: a bin must be open and must have room.
    public override CaseScore Score(int[] problemCase, short[] answer)
    {
        var capacity = problemCase[0];
        if (answer.Length != problemCase.Length - 1)
        {
            return CaseScore.Invalid($"{answer.Length} placements were returned for {problemCase.Length - 1} items.");
        }

        var open = new int[capacity + 1];
        var (bins, total) = (0, 0L);
        for (var i = 0; i < answer.Length; i++)
        {
            var (item, gap) = (problemCase[i + 1], answer[i]);
            if (gap < item || gap > capacity || (gap < capacity && open[gap] == 0))
            {
                return CaseScore.Invalid($"Item {i} of size {item} was put into a bin with {gap} left, which is not there or too full.");
            }

            if (gap == capacity)
            {
                bins++;
            }
            else
            {
                open[gap]--;
            }

            open[gap - item]++;
            total += item;
        }

        var bound = (total + capacity - 1) / capacity;
        return new CaseScore(100.0 * (bins - bound) / bound, Weight: bound);
    }

    // The excess over all instances of one length, as in published tables.
    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<int[]> cases, IReadOnlyList<short[]> answers)
    {
        var metrics = new Dictionary<string, double>();
        foreach (var group in Enumerable.Range(0, cases.Count).GroupBy(i => cases[i].Length - 1))
        {
            var scores = group.Select(i => Score(cases[i], answers[i])).ToList();
            metrics[$"items{group.Key}"] = scores.Sum(score => score.Weight * score.Value) / scores.Sum(score => score.Weight);
        }

        return metrics;
    }

    // Short instances tell nearly as much as long ones, as what a good rule wastes is a few bins however many there are. They
    // come first: eight of them cost as much as one and a half of the longest, and judge a new idea more fairly than two or three could.
    private static List<int[]> Training() =>
        Generate(seed: 1, [.. Enumerable.Repeat((int[])[120, 250], 4), .. Enumerable.Repeat((int[])[120, 250, 120, 250, 500, 1_000], 11)]);

    private static List<int[]> Validation() => Generate(seed: 2, Enumerable.Repeat((int[])[120, 250, 500, 1_000], 48));

    // Instances like OR-Library's u-classes: whole numbers from 20 to 100, bins of 150.
    private static List<int[]> Generate(int seed, IEnumerable<int[]> rounds)
    {
        var random = new Random(seed);
        return [.. rounds.SelectMany(lengths => lengths).Select(items => (int[])[150, .. Enumerable.Range(0, items).Select(_ => random.Next(20, 101))])];
    }

    private sealed class Packing
    {
        private readonly int capacity;
        private readonly double perCapacity;
        private readonly int[] open;
        private readonly ulong[] occurs;
        private readonly int[] seenOfSize;
        private readonly int[] seenUpTo;
        private int left;
        private int seen;
        private int largest;
        private int openBins;
        private int space;

        public Packing(int capacity, int items)
        {
            (this.capacity, perCapacity, left) = (capacity, 1.0 / capacity, items);
            (open, occurs) = (new int[capacity + 1], new ulong[(capacity / 64) + 1]);
            (seenOfSize, seenUpTo) = (new int[capacity + 1], new int[capacity + 1]);
        }

        // The new bin first, then every free space that occurs, the smallest first; on equal priorities the first of the open ones.
        public int Choose(Priority program, int item)
        {
            left--;
            var perSeen = 1.0 / Math.Max(seen, 1);
            var (best, choice) = (Ask(program, item, capacity, perSeen), capacity);
            for (var word = item / 64; word < occurs.Length; word++)
            {
                var bits = word == item / 64 ? occurs[word] & (ulong.MaxValue << (item % 64)) : occurs[word];
                for (; bits != 0; bits &= bits - 1)
                {
                    var gap = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    var priority = Ask(program, item, gap, perSeen);
                    if (priority > best || (choice == capacity && priority == best) || double.IsNaN(best))
                    {
                        (best, choice) = (priority, gap);
                    }
                }
            }

            return choice;
        }

        public void Place(int item, int gap)
        {
            if (gap < capacity && --open[gap] == 0)
            {
                occurs[gap / 64] &= ~(1UL << (gap % 64));
            }

            var after = gap - item;
            if (after > 0 && open[after]++ == 0)
            {
                occurs[after / 64] |= 1UL << (after % 64);
            }

            openBins += (gap == capacity ? 1 : 0) - (after == 0 ? 1 : 0);
            space += gap == capacity ? after : -item;
            See(item);
        }

        // Up to the largest size seen the table counts; beyond it everything fits.
        private void See(int item)
        {
            for (; largest < item; largest++)
            {
                seenUpTo[largest + 1] = seen;
            }

            for (var size = item; size <= largest; size++)
            {
                seenUpTo[size]++;
            }

            seen++;
            seenOfSize[item]++;
        }

        private double Ask(Priority program, int item, int gap, double perSeen)
        {
            var after = gap - item;
            return program(
                item * perCapacity,
                gap * perCapacity,
                after * perCapacity,
                gap == capacity ? 0 : open[gap],
                open[after],
                openBins,
                space * perCapacity,
                left,
                after == 0 ? 1 : seenOfSize[after] * perSeen,
                after >= largest ? 1 : seenUpTo[after] * perSeen);
        }
    }
}
