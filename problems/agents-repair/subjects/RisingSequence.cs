/// <summary>Longest rising parts of a sequence: next to each other, scattered, and the sequence itself.</summary>
public static class RisingSequence
{
    public static int Run(int[] values)
    {
        var best = 0;
        var length = 0;
        for (var i = 0; i < values.Length; i++)
        {
            length = i > 0 && values[i] > values[i - 1] ? length + 1 : 1;
            best = Math.Max(best, length);
        }

        return best;
    }

    public static int Scattered(int[] values)
    {
        var tails = new List<int>();
        foreach (var value in values)
        {
            var position = 0;
            while (position < tails.Count && tails[position] < value)
            {
                position++;
            }

            if (position == tails.Count)
            {
                tails.Add(value);
            }
            else
            {
                tails[position] = value;
            }
        }

        return tails.Count;
    }

    public static int HeaviestSum(int[] values)
    {
        var sums = new int[values.Length];
        var best = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sums[i] = values[i];
            for (var k = 0; k < i; k++)
            {
                if (values[k] < values[i] && sums[k] + values[i] > sums[i])
                {
                    sums[i] = sums[k] + values[i];
                }
            }

            best = Math.Max(best, sums[i]);
        }

        return best;
    }
}
