/// <summary>Unions and gaps of closed integer intervals, given as start and end pairs.</summary>
public static class IntervalMerge
{
    public static int[][] Union(int[][] intervals)
    {
        var sorted = intervals.OrderBy(interval => interval[0]).ToArray();
        var merged = new List<int[]>();
        foreach (var interval in sorted)
        {
            if (merged.Count > 0 && interval[0] <= merged[^1][1] + 1)
            {
                merged[^1][1] = Math.Max(merged[^1][1], interval[1]);
            }
            else
            {
                merged.Add([interval[0], interval[1]]);
            }
        }

        return merged.ToArray();
    }

    public static string Text(int[][] intervals) =>
        string.Join(" ", Union(intervals).Select(interval => interval[0] + ".." + interval[1]));

    public static int Covered(int[][] intervals)
    {
        var covered = 0;
        foreach (var interval in Union(intervals))
        {
            covered += interval[1] - interval[0] + 1;
        }

        return covered;
    }

    public static int LargestGap(int[][] intervals)
    {
        var union = Union(intervals);
        var largest = 0;
        for (var i = 1; i < union.Length; i++)
        {
            largest = Math.Max(largest, union[i][0] - union[i - 1][1] - 1);
        }

        return largest;
    }
}
