namespace Cambrian.Bench.Loops;

/// <summary>What slots could be used for by an engine that costs nothing, computed from the durations alone.</summary>
public static class IdealSlots
{
    /// <summary>Share of the slots occupied when work k may start once everything up to k − window has ended, in order.</summary>
    /// <param name="durations">In the order of the steps.</param>
    /// <param name="slots">How many work at a time.</param>
    /// <param name="window">As in <see cref="Core.Strategy.Window"/>.</param>
    public static double Windowed(IReadOnlyList<double> durations, int slots, int window)
    {
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, slots).Select(slot => (slot, 0.0)));
        var allEnded = new double[durations.Count]; // when everything up to here has ended
        for (var step = 0; step < durations.Count; step++)
        {
            free.TryDequeue(out var slot, out var freeAt);
            var end = Math.Max(freeAt, step >= window ? allEnded[step - window] : 0) + durations[step];
            free.Enqueue(slot, end);
            allEnded[step] = Math.Max(end, step > 0 ? allEnded[step - 1] : 0);
        }

        return durations.Sum() / (slots * allEnded[^1]);
    }

    /// <summary>Share of the slots occupied when each generation of as many as there are slots waits for its slowest.</summary>
    public static double InGenerations(IReadOnlyList<double> durations, int slots) =>
        durations.Sum() / (slots * durations.Chunk(slots).Sum(generation => generation.Max()));
}
