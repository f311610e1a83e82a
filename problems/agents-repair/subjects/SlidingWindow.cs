/// <summary>Windows that slide over a sequence: their maxima, the largest sum, the shortest with a given sum.</summary>
public static class SlidingWindow
{
    public static int[] Maxima(int[] values, int width)
    {
        var maxima = new List<int>();
        var best = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            while (best.Count > 0 && values[best[^1]] <= values[i])
            {
                best.RemoveAt(best.Count - 1);
            }

            best.Add(i);
            if (best[0] <= i - width)
            {
                best.RemoveAt(0);
            }

            if (i >= width - 1)
            {
                maxima.Add(values[best[0]]);
            }
        }

        return maxima.ToArray();
    }

    public static int LargestSum(int[] values, int width)
    {
        var sum = values.Take(width).Sum();
        var largest = sum;
        for (var i = width; i < values.Length; i++)
        {
            sum += values[i] - values[i - width];
            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    public static int Shortest(int[] values, int target)
    {
        var (start, sum, shortest) = (0, 0, 0);
        for (var end = 0; end < values.Length; end++)
        {
            sum += values[end];
            while (sum >= target)
            {
                var length = end - start + 1;
                shortest = shortest == 0 ? length : Math.Min(shortest, length);
                sum -= values[start++];
            }
        }

        return shortest;
    }
}
