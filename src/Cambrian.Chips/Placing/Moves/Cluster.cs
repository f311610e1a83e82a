namespace Cambrian.Chips.Placing.Moves;

/// <summary>A soft macro and some that it shares nets with go the same way: what holds them together does not hold them back.</summary>
internal sealed class Cluster : IMove
{
    private const int Most = 4;

    /// <inheritdoc/>
    public MoveKind Kind => MoveKind.Cluster;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        Span<int> members = stackalloc int[Most];
        members[0] = scene.PickSoft();
        if (members[0] < 0)
        {
            return false;
        }

        var count = 1;
        for (var attempt = scene.Random.Next(1, Most); attempt > 0; attempt--)
        {
            var neighbour = scene.Neighbour(members[scene.Random.Next(count)]);
            if (neighbour >= 0 && !members[..count].Contains(neighbour))
            {
                members[count++] = neighbour;
            }
        }

        var reach = scene.Reach(Kind);
        var (dx, dy) = (scene.Symmetric() * reach * scene.Canvas.CellWidth, scene.Symmetric() * reach * scene.Canvas.CellHeight);
        foreach (var node in members[..count])
        {
            var (x, y) = scene.Cost[node];
            scene.Plan(node, x + dx, y + dy);
        }

        return scene.Apply();
    }
}
