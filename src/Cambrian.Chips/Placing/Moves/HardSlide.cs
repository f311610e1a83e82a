namespace Cambrian.Chips.Placing.Moves;

/// <summary>A hard macro slides along one axis: some way, or all the way to what stops it.</summary>
internal sealed class HardSlide : IMove
{
    /// <inheritdoc/>
    public MoveKind Kind => MoveKind.HardSlide;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var node = scene.PickHard();
        if (node < 0)
        {
            return false;
        }

        var (x, y) = scene.Cost[node];
        var across = scene.Random.Next(2) == 0;
        var (least, most) = scene.Space.Reach(node, across);
        var target = scene.Random.Next(3) switch
        {
            0 => least,
            1 => most,
            _ => Math.Clamp((across ? x : y) + (scene.Symmetric() * scene.Reach(Kind) * (across ? scene.Canvas.CellWidth : scene.Canvas.CellHeight)), Math.Min(least, most), Math.Max(least, most)),
        };
        scene.Plan(node, across ? target : x, across ? y : target);
        return scene.Apply();
    }
}
