namespace Cambrian.Chips.Placing.Moves;

/// <summary>A soft macro goes just across the next grid line: its wires hardly change, but its routes leave a row or a column.</summary>
internal sealed class RouteShift : IMove
{
    /// <inheritdoc/>
    public MoveKind Kind => MoveKind.RouteShift;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var node = scene.PickSoft();
        if (node < 0)
        {
            return false;
        }

        var (x, y) = scene.Cost[node];
        var beyond = Math.Min(0.5, 0.3 * scene.Reach(Kind));
        if (scene.Random.Next(2) == 0)
        {
            x = Across(x / scene.Canvas.CellWidth, beyond, scene) * scene.Canvas.CellWidth;
        }
        else
        {
            y = Across(y / scene.Canvas.CellHeight, beyond, scene) * scene.Canvas.CellHeight;
        }

        scene.Plan(node, x, y);
        return scene.Apply();
    }

    private static double Across(double cells, double beyond, Scene scene) =>
        scene.Random.Next(2) == 0 ? Math.Floor(cells) - beyond : Math.Floor(cells) + 1 + beyond;
}
