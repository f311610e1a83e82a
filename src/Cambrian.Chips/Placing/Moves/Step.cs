namespace Cambrian.Chips.Placing.Moves;

/// <summary>A macro goes a little way, in any direction.</summary>
internal sealed class Step(MoveKind kind) : IMove
{
    /// <inheritdoc/>
    public MoveKind Kind => kind;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var node = kind == MoveKind.HardStep ? scene.PickHard() : scene.PickSoft();
        if (node < 0)
        {
            return false;
        }

        var (x, y) = scene.Cost[node];
        var reach = scene.Reach(kind);
        scene.Plan(node, x + (scene.Symmetric() * reach * scene.Canvas.CellWidth), y + (scene.Symmetric() * reach * scene.Canvas.CellHeight));
        return scene.Apply();
    }
}
