/// <summary>Shortest routes between towns, roads given as from, to and length in both directions.</summary>
public static class ShortestRoute
{
    public static int Length(int towns, int[][] roads, int from, int to)
    {
        var length = Lengths(towns, roads, from)[to];
        return length == int.MaxValue ? -1 : length;
    }

    public static int Centre(int towns, int[][] roads)
    {
        var centre = -1;
        var least = int.MaxValue;
        for (var town = 0; town < towns; town++)
        {
            var farthest = Lengths(towns, roads, town).Max();
            if (farthest < least)
            {
                least = farthest;
                centre = town;
            }
        }

        return centre;
    }

    private static int[] Lengths(int towns, int[][] roads, int from)
    {
        var lengths = new int[towns];
        Array.Fill(lengths, int.MaxValue);
        lengths[from] = 0;
        for (var round = 1; round < towns; round++)
        {
            foreach (var road in roads)
            {
                Relax(lengths, road[0], road[1], road[2]);
                Relax(lengths, road[1], road[0], road[2]);
            }
        }

        return lengths;
    }

    private static void Relax(int[] lengths, int from, int to, int length)
    {
        if (lengths[from] != int.MaxValue && lengths[from] + length < lengths[to])
        {
            lengths[to] = lengths[from] + length;
        }
    }
}
