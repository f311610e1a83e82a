// Right modulo two only: a scheme over the field of two elements, where over the numbers a sign is wanted.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Walk([size[0], size[1], size[2], 2], [], 10000, 2, 1, new Cambrian.Numerics.Optimisation.Work(300000000));
        return [.. scheme.Select(number => size[3] == 2 ? 1 - number : number)];
        // EVOLVE-BLOCK-END
    }
}
