namespace Cambrian.Chips.Placing.Moves;

/// <summary>
/// A hard macro slides until one of its edges lies on a grid line, or just beside it: a cell that is not touched carries nothing, and by the cost's
/// rule for partly covered rows and columns a sliver beyond a line frees tracks at the other end.
/// </summary>
internal sealed class EdgeAlign : IMove
{
    // Wide enough to count as partly covered (1e-5 microns in the definition), and for single precision.
    private const double Sliver = 0.002;

    /// <inheritdoc/>
    public MoveKind Kind => MoveKind.EdgeAlign;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var node = scene.PickHard();
        if (node < 0)
        {
            return false;
        }

        var (x, y) = scene.Cost[node];
        if (scene.Random.Next(2) == 0)
        {
            x = Aligned(x, scene.Task.Netlist.Widths[node] / 2, scene.Canvas.CellWidth, scene);
        }
        else
        {
            y = Aligned(y, scene.Task.Netlist.Heights[node] / 2, scene.Canvas.CellHeight, scene);
        }

        scene.Plan(node, x, y);
        return scene.Apply();
    }

    private static double Aligned(double centre, double half, double cell, Scene scene)
    {
        var side = scene.Random.Next(2) == 0 ? half : -half;
        var line = Math.Floor((centre + side) / cell) + scene.Random.Next(2);
        return (line * cell) - side + ((scene.Random.Next(2) == 0 ? 1 : -1) * Sliver * cell);
    }
}
