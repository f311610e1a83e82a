/// <summary>A chess knight on a small board: its moves, the distance between squares, the squares within reach.</summary>
public static class KnightMoves
{
    public static int[] From(int size, int square)
    {
        int[] steps = [-2, -1, 1, 2];
        var moves = new List<int>();
        foreach (var dy in steps)
        {
            foreach (var dx in steps)
            {
                var (y, x) = (square / size + dy, square % size + dx);
                if (Math.Abs(dy) != Math.Abs(dx) && y >= 0 && y < size && x >= 0 && x < size)
                {
                    moves.Add(y * size + x);
                }
            }
        }

        return moves.ToArray();
    }

    public static int Distance(int size, int from, int to)
    {
        var distance = new int[size * size];
        var queue = new Queue<int>();
        distance[from] = 1;
        queue.Enqueue(from);
        while (queue.Count > 0)
        {
            var square = queue.Dequeue();
            foreach (var next in From(size, square))
            {
                if (distance[next] == 0)
                {
                    distance[next] = distance[square] + 1;
                    queue.Enqueue(next);
                }
            }
        }

        return distance[to] - 1;
    }

    public static int Within(int size, int from, int moves)
    {
        var count = 0;
        for (var square = 0; square < size * size; square++)
        {
            var distance = Distance(size, from, square);
            if (distance >= 0 && distance <= moves)
            {
                count++;
            }
        }

        return count;
    }
}
