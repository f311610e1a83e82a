namespace Cambrian.Numerics.LinearProgramming;

/// <summary>What bounds lost by cutting each variable down or up, for each unit cut off: the variable to branch on is the one that costs most both ways (Achterberg, Koch and Martin 2005, §2.3).</summary>
internal sealed class BranchCosts(int variables)
{
    private readonly (double Sum, int Count)[] _down = new (double, int)[variables];
    private readonly (double Sum, int Count)[] _up = new (double, int)[variables];

    /// <summary>Learns what a branch did to the bound.</summary>
    public void Learn(BranchNode node, double loss)
    {
        ref var entry = ref (node.Down ? _down : _up)[node.Variable];
        entry = (entry.Sum + (Math.Max(0, loss) / node.Cut), entry.Count + 1);
    }

    /// <summary>What a branch at a fractional value promises.</summary>
    public double Score(int variable, double fraction) =>
        Math.Max(fraction * Mean(_down, variable), 1e-6) * Math.Max((1 - fraction) * Mean(_up, variable), 1e-6);

    private static double Mean((double Sum, int Count)[] costs, int variable)
    {
        if (costs[variable].Count > 0)
        {
            return costs[variable].Sum / costs[variable].Count;
        }

        var (sum, count) = (0.0, 0);
        foreach (var entry in costs)
        {
            (sum, count) = (sum + entry.Sum, count + entry.Count);
        }

        return count == 0 ? 1 : sum / count;
    }
}
