namespace Cambrian.Chips.Placing.Moves;

/// <summary>A soft macro goes to where its nets are shortest (the optimal region of Goto 1981: the median of its nets' extents without it), give or take a step.</summary>
internal sealed class SoftHome : IMove
{
    // Beyond this many ends the median of a sample is as good.
    private const int MostEnds = 64;

    private readonly double[] _endsX = new double[MostEnds];
    private readonly double[] _endsY = new double[MostEnds];

    /// <inheritdoc/>
    public MoveKind Kind => MoveKind.SoftHome;

    /// <inheritdoc/>
    public bool Try(Scene scene)
    {
        var node = scene.PickSoft();
        if (node < 0 || CollectEnds(scene, node) is not (> 0 and var ends))
        {
            return false;
        }

        var (x, y) = scene.Cost[node];
        var (homeX, homeY) = (MedianOf(_endsX.AsSpan(0, ends), scene), MedianOf(_endsY.AsSpan(0, ends), scene));
        var (way, reach) = (scene.Random.NextDouble(), scene.Reach(Kind));
        scene.Plan(
            node,
            x + (way * (homeX - x)) + (scene.Symmetric() * reach * scene.Canvas.CellWidth),
            y + (way * (homeY - y)) + (scene.Symmetric() * reach * scene.Canvas.CellHeight));
        return scene.Apply();
    }

    private static double MedianOf(Span<double> ends, Scene scene)
    {
        ends.Sort();
        var upper = ends.Length / 2;
        var lower = Math.Max(0, upper - 1);
        return ends[lower] + (scene.Random.NextDouble() * (ends[upper] - ends[lower]));
    }

    private int CollectEnds(Scene scene, int node)
    {
        var (first, last) = (scene.Nets.NodeStarts[node], scene.Nets.NodeStarts[node + 1]);
        var ends = 0;
        var stride = Math.Max(1, 2 * (last - first) / MostEnds);
        for (var i = first + scene.Random.Next(stride); i < last && ends + 2 <= MostEnds; i += stride)
        {
            if (scene.Extent(scene.Nets.NodePins[i].Net, node) is { } extent)
            {
                (_endsX[ends], _endsX[ends + 1]) = (extent.Left, extent.Right);
                (_endsY[ends], _endsY[ends + 1]) = (extent.Bottom, extent.Top);
                ends += 2;
            }
        }

        return ends;
    }
}
