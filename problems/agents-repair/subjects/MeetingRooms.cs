/// <summary>Meetings as start and end hours: rooms needed at once, the most one person can attend, free time.</summary>
public static class MeetingRooms
{
    public static int Rooms(int[] starts, int[] ends)
    {
        var sortedStarts = starts.Order().ToArray();
        var sortedEnds = ends.Order().ToArray();
        var (rooms, freed) = (0, 0);
        foreach (var start in sortedStarts)
        {
            if (start < sortedEnds[freed])
            {
                rooms++;
            }
            else
            {
                freed++;
            }
        }

        return rooms;
    }

    public static int Attendable(int[] starts, int[] ends)
    {
        var order = Enumerable.Range(0, starts.Length).OrderBy(i => ends[i]).ToArray();
        var attended = 0;
        var free = int.MinValue;
        foreach (var i in order)
        {
            if (starts[i] >= free)
            {
                attended++;
                free = ends[i];
            }
        }

        return attended;
    }

    public static int FreeHours(int[] starts, int[] ends, int from, int to)
    {
        var free = 0;
        for (var hour = from; hour < to; hour++)
        {
            var busy = false;
            for (var i = 0; i < starts.Length; i++)
            {
                busy |= starts[i] <= hour && hour < ends[i];
            }

            free += busy ? 0 : 1;
        }

        return free;
    }
}
