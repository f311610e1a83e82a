/// <summary>Binary search in a sorted array: positions, counts and the nearest value.</summary>
public static class SortedSearch
{
    public static int FirstAtLeast(int[] sorted, int value)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (sorted[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public static int Count(int[] sorted, int from, int to)
    {
        if (from > to)
        {
            return 0;
        }

        return FirstAtLeast(sorted, to + 1) - FirstAtLeast(sorted, from);
    }

    public static int Nearest(int[] sorted, int value)
    {
        var right = FirstAtLeast(sorted, value);
        if (right == sorted.Length)
        {
            return sorted[right - 1];
        }

        if (right == 0)
        {
            return sorted[0];
        }

        return value - sorted[right - 1] <= sorted[right] - value ? sorted[right - 1] : sorted[right];
    }
}
