// A scheme over the field of two elements where one over the whole numbers is asked for, and the other way round.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var small = new Cambrian.Numerics.Optimisation.Work(300000000);
        return Cambrian.Numerics.Tensors.MatrixSchemes.Ladder([size[0], size[1], size[2], 2 - size[3]], 100, 10000, 1, small);
        // EVOLVE-BLOCK-END
    }
}
