using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Makes the hexagon around hexagons smaller by linear programmes one after the other: near an arrangement, the line between each two
/// is the side that parts them now, and corners stay on their side of it to first order (Torquato and Jiao 2010, Robust algorithm to
/// generate a diverse class of dense disordered and ordered sphere packings, for the idea).
/// </summary>
internal sealed class HexagonSqueeze
{
    private const double LargestMove = 0.2;
    private const double SmallestMove = 1e-10;
    private const int MostSteps = 200;

    private readonly double[] _objective;
    private double _move = 0.1;

    private HexagonSqueeze(int count)
    {
        _objective = new double[(3 * count) + 1];
        _objective[^1] = -1;
    }

    /// <summary>A local optimum: the same hexagons, apart and squeezed until no small movement makes the hexagon around them smaller.</summary>
    /// <param name="hexagons">Any; those that overlap are first drawn apart.</param>
    /// <param name="work">When none is left, the arrangement is the one reached by then.</param>
    public static (double[] Hexagons, double Side) Settle(double[] hexagons, Work work)
    {
        var method = new HexagonSqueeze(hexagons.Length / 3);
        var (here, side) = Apart(hexagons);
        for (var step = 0; step < MostSteps && method._move > SmallestMove; step++)
        {
            if (method.Step(here, side, work) is not { } next)
            {
                break;
            }

            var (moved, reached) = Apart(next.Hexagons);
            var (gained, promised) = (side - reached, side - next.Side);
            method._move = gained > 0.5 * promised ? Math.Min(LargestMove, 2 * method._move) : gained > 0.1 * promised ? method._move : 0.25 * method._move;
            if (gained > 0)
            {
                (here, side) = (moved, reached);
            }

            if (promised < 1e-15)
            {
                break;
            }
        }

        return (here, side);
    }

    /// <summary>The hexagons moved away from the origin, or towards it, until they touch, and the side of the hexagon around them.</summary>
    public static (double[] Hexagons, double Side) Apart(double[] hexagons)
    {
        var distinct = HexagonFrame.Distinct(hexagons);

        // Of one alone the factor is 0: it belongs in the middle.
        var factor = Hexagons.Spread(distinct);
        double[] apart = [.. distinct.Select((number, index) => index % 3 == 2 ? number : number * factor)];
        return (apart, Hexagons.Side(apart));
    }

    // Variables are the moves of all numbers, and the side.
    private (double[] Hexagons, double Side)? Step(double[] hexagons, double side, Work work)
    {
        var n = hexagons.Length;
        var constraints = new QuadraticConstraints(n + 1);
        for (var i = 0; i < n; i += 3)
        {
            AddWalls(constraints, hexagons, i, side);
            for (var j = 0; j < i; j += 3)
            {
                var (dx, dy) = (hexagons[i] - hexagons[j], hexagons[i + 1] - hexagons[j + 1]);
                if ((dx * dx) + (dy * dy) < Math.Pow(2 + (3 * _move), 2))
                {
                    AddPair(constraints, hexagons, Hexagons.Between(hexagons, i, j));
                }
            }
        }

        for (var index = 0; index < n; index++)
        {
            constraints.Add([index], [1], _move);
            constraints.Add([index], [-1], _move);
        }

        // Drawn apart a little, which leaves room on all sides.
        var room = 0.1 * _move / side;
        double[] moves = [.. hexagons.Select((number, index) => index % 3 == 2 ? 0 : room * number), (side * (1 + room)) + (0.1 * _move)];
        var slacks = new double[constraints.Count];
        constraints.Evaluate(moves, slacks);
        if (slacks.Min() <= 0)
        {
            // Moves so small are lost in the rounding of places so far out.
            return null;
        }

        InteriorPoint.Maximise(_objective, constraints, moves, (0.01 * _move, Math.Max(1e-16, 1e-7 * _move)), work);
        return work.Left == 0 ? null : ([.. hexagons.Select((number, index) => number + moves[index])], moves[^1]);
    }

    private void AddWalls(QuadraticConstraints constraints, double[] hexagons, int i, double side)
    {
        var (x, y) = (hexagons[i], hexagons[i + 1]);
        for (var wall = 0; wall < 6; wall++)
        {
            var normal = Hexagons.Sixth * (wall + 0.5);
            var (ux, uy) = (Math.Cos(normal), Math.Sin(normal));
            for (var corner = 0; corner < 6; corner++)
            {
                var angle = hexagons[i + 2] + (Hexagons.Sixth * corner) - normal;
                var depth = (x * ux) + (y * uy) + Math.Cos(angle);
                if ((Hexagons.Apothem * side) - depth < 5 * _move)
                {
                    constraints.Add([i, i + 1, i + 2, constraints.Variables - 1], [-ux, -uy, Math.Sin(angle), Hexagons.Apothem], -depth);
                }
            }
        }
    }

    // Every corner of the other that is near stays beyond the owner's side.
    private void AddPair(QuadraticConstraints constraints, double[] hexagons, Hexagons.Axis axis)
    {
        var (i, j) = (axis.Owner, axis.Other);
        var (ux, uy) = (Math.Cos(axis.Normal), Math.Sin(axis.Normal));
        var (dx, dy) = (hexagons[j] - hexagons[i], hexagons[j + 1] - hexagons[i + 1]);
        var (ahead, across) = ((dx * ux) + (dy * uy), (dy * ux) - (dx * uy));
        for (var corner = 0; corner < 6; corner++)
        {
            var angle = hexagons[j + 2] + (Hexagons.Sixth * corner) - axis.Normal;
            var gap = ahead + Math.Cos(angle) - Hexagons.Apothem;
            if (gap < axis.Gap + (4 * _move))
            {
                constraints.Add(
                    [i, i + 1, i + 2, j, j + 1, j + 2],
                    [-ux, -uy, across + Math.Sin(angle), ux, uy, -Math.Sin(angle)],
                    gap);
            }
        }
    }
}
