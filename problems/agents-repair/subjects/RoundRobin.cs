/// <summary>A processor that serves jobs in turn for a fixed slice: when each one ends, and how long they wait.</summary>
public static class RoundRobin
{
    public static int[] Ends(int[] work, int slice)
    {
        var rest = work.ToArray();
        var ends = new int[work.Length];
        var clock = 0;
        var open = rest.Count(amount => amount > 0);
        while (open > 0)
        {
            for (var job = 0; job < rest.Length; job++)
            {
                if (rest[job] == 0)
                {
                    continue;
                }

                var served = Math.Min(slice, rest[job]);
                rest[job] -= served;
                clock += served;
                if (rest[job] == 0)
                {
                    ends[job] = clock;
                    open--;
                }
            }
        }

        return ends;
    }

    public static int Waiting(int[] work, int slice)
    {
        var ends = Ends(work, slice);
        var waiting = 0;
        for (var job = 0; job < work.Length; job++)
        {
            waiting += ends[job] - work[job];
        }

        return waiting;
    }

    public static int BestSlice(int[] work, int most)
    {
        var best = 1;
        for (var slice = 2; slice <= most; slice++)
        {
            if (Waiting(work, slice) < Waiting(work, best))
            {
                best = slice;
            }
        }

        return best;
    }
}
