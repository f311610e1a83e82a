/// <summary>Tasks with prerequisites, written "task<before": an order that respects them, and the longest chain.</summary>
public static class TaskOrder
{
    public static string Sort(int tasks, int[][] before)
    {
        var open = new int[tasks];
        foreach (var pair in before)
        {
            open[pair[1]]++;
        }

        var order = new List<int>();
        var done = new bool[tasks];
        while (order.Count < tasks)
        {
            var next = Array.FindIndex(open, count => count == 0);
            while (next >= 0 && done[next])
            {
                next = Array.FindIndex(open, next + 1, count => count == 0);
            }

            if (next < 0)
            {
                return "cycle";
            }

            done[next] = true;
            order.Add(next);
            foreach (var pair in before)
            {
                open[pair[1]] -= pair[0] == next ? 1 : 0;
            }
        }

        return string.Join(" ", order);
    }

    public static int LongestChain(int tasks, int[][] before)
    {
        var length = new int[tasks];
        var longest = 0;
        foreach (var task in Sort(tasks, before).Split(' ').Select(int.Parse))
        {
            length[task]++;
            longest = Math.Max(longest, length[task]);
            foreach (var pair in before)
            {
                if (pair[0] == task)
                {
                    length[pair[1]] = Math.Max(length[pair[1]], length[task]);
                }
            }
        }

        return longest;
    }
}
