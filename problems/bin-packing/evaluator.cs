using System.IO;
using Cambrian.Contracts;

public delegate double Priority(double item, double remaining);

/// <summary>A case is capacity, then the items in order. An answer is, per item, the free space of the chosen bin before the item goes in.</summary>
public sealed class BinPacking : Evaluator<Priority, int[], short[]>
{
    private const int Capacity = 100;
    private Priority? ranked;
    private short[][] rankings = [];

    public override IReadOnlyList<int[]> Cases(Split split, string dataFolder) => split switch
    {
        Split.Training => Generate(seed: 1, instances: 24, items: 5_000),
        Split.Validation => Generate(seed: 2, instances: 40, items: 5_000),
        _ => [.. File.ReadLines(Path.Combine(dataFolder, "weibull-5k-funsearch.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())],
    };

    // The rule sees nothing but two numbers, so its whole behaviour is a table: one ranking of the gaps for each item size.
    public override short[] Run(Priority program, int[] problemCase)
    {
        var capacity = problemCase[0];
        if (program != ranked || rankings.Length != capacity + 1)
        {
            (ranked, rankings) = (program, new short[capacity + 1][]);
        }

        var open = new int[capacity + 1];
        var answer = new short[problemCase.Length - 1];
        for (var i = 1; i < problemCase.Length; i++)
        {
            var item = problemCase[i];
            open[capacity] = 1;
            var ranking = rankings[item] ??= Rank(program, item, capacity);
            var choice = 0;
            while (open[ranking[choice]] == 0)
            {
                choice++;
            }

            var gap = ranking[choice];
            open[gap]--;
            open[gap - item]++;
            answer[i - 1] = gap;
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

    // The best gap first, not-a-number last, equal priorities in the order of the gaps.
    private static short[] Rank(Priority program, int item, int capacity)
    {
        var gaps = new short[capacity - item + 1];
        var priorities = new double[gaps.Length];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = (short)(item + i);
            var priority = program(item, gaps[i]);
            priorities[i] = double.IsNaN(priority) ? double.PositiveInfinity : -priority;
        }

        Array.Sort(priorities, gaps);
        for (var start = 0; start < gaps.Length;)
        {
            var end = start + 1;
            while (end < gaps.Length && priorities[end] == priorities[start])
            {
                end++;
            }

            Array.Sort(gaps, start, end - start);
            start = end;
        }

        return gaps;
    }

    // Items of FunSearch and EoH: round(min(45 · Weibull(shape 3), 100)).
    private static List<int[]> Generate(int seed, int instances, int items)
    {
        var random = new Random(seed);
        var cases = new List<int[]>();
        for (var k = 0; k < instances; k++)
        {
            var instance = new int[items + 1];
            instance[0] = Capacity;
            for (var i = 1; i <= items; i++)
            {
                var weibull = Math.Pow(-Math.Log(1 - random.NextDouble()), 1.0 / 3);
                instance[i] = (int)Math.Max(1, Math.Round(Math.Min(45 * weibull, 100)));
            }

            cases.Add(instance);
        }

        return cases;
    }
}
