namespace Cambrian.Chips.Placing.Moves;

/// <summary>Two macros change places: soft ones whatever their sizes, hard ones of one size.</summary>
internal sealed class Swap(MoveKind kind) : IMove
{
    private Dictionary<int, int[]>? _alike;

    /// <inheritdoc/>
    public MoveKind Kind => kind;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var one = kind == MoveKind.HardSwap ? scene.PickHard() : scene.PickSoft();
        if (one < 0 || Partner(scene, one) is not (>= 0 and var other) || other == one)
        {
            return false;
        }

        var ((x1, y1), (x2, y2)) = (scene.Cost[one], scene.Cost[other]);
        scene.Plan(one, x2, y2);
        scene.Plan(other, x1, y1);
        return scene.Apply();
    }

    private int Partner(Scene scene, int one)
    {
        if (kind == MoveKind.SoftSwap)
        {
            return scene.PickSoft();
        }

        _alike ??= scene.Hard.GroupBy(node => (scene.Task.Netlist.Widths[node], scene.Task.Netlist.Heights[node]))
            .SelectMany(group => group.Select(node => (node, Others: group.ToArray()))).ToDictionary(pair => pair.node, pair => pair.Others);
        return _alike[one][scene.Random.Next(_alike[one].Length)];
    }
}
