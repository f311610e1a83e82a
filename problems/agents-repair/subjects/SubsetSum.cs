/// <summary>Choices of a set of weights: whether a sum can be made, in how many ways, and the fairest division.</summary>
public static class SubsetSum
{
    public static int Ways(int[] weights, int target)
    {
        var ways = new int[target + 1];
        ways[0] = 1;
        foreach (var weight in weights)
        {
            for (var sum = target; sum >= weight; sum--)
            {
                ways[sum] += ways[sum - weight];
            }
        }

        return ways[target];
    }

    public static int SmallestDifference(int[] weights)
    {
        var total = weights.Sum();
        for (var half = total / 2; half >= 0; half--)
        {
            if (Ways(weights, half) > 0)
            {
                return total - 2 * half;
            }
        }

        return total;
    }

    public static int BestValue(int[] weights, int[] values, int capacity)
    {
        var best = new int[capacity + 1];
        for (var item = 0; item < weights.Length; item++)
        {
            for (var room = capacity; room >= weights[item]; room--)
            {
                best[room] = Math.Max(best[room], best[room - weights[item]] + values[item]);
            }
        }

        return best[capacity];
    }
}
