using System.Text;
using System.Text.Json;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the number of hexagons. An answer is x, y and angle in degrees of each in turn, then x, y, side and angle of the one around them.</summary>
public sealed class HexagonsInHexagon : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: about two seconds.
    private const long Allowance = 2_000_000_000;

    private const double Furthest = 1e6;

    private static readonly Interval Degree = IntervalFunctions.Pi / 180.0;
    private static readonly Interval Apothem = IntervalFunctions.Sqrt(3.0) / 2.0;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    /// <summary>The answer as it is, or as AlphaEvolve's, in named parts.</summary>
    public override double[] Read(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object || !file.TryGetProperty("inner_hex_data", out var hexagons))
        {
            return base.Read(file);
        }

        var centre = file.GetProperty("outer_hex_center");
        var (side, angle) = (file.GetProperty("outer_hex_side_length"), file.GetProperty("outer_hex_angle_degrees"));
        return [.. hexagons.EnumerateArray().SelectMany(hexagon => hexagon.EnumerateArray()).Concat([centre[0], centre[1], side, angle]).Select(number => number.GetDouble())];
    }

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var count = problemCase.Size[0];
        if (answer.Length != (3 * count) + 4)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; {count} hexagons and the one around them have {(3 * count) + 4}.");
        }

        if (Array.FindIndex(answer, number => !(Math.Abs(number) <= Furthest)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Number {odd} is {answer[odd]}; expected {-Furthest} to {Furthest}.");
        }

        double[] angles = [.. answer[..^4].Where((_, index) => index % 3 == 2), answer[^1]];
        if (Array.FindIndex(angles, angle => Math.Abs(angle) > 360) is >= 0 and var far)
        {
            return CaseScore.Invalid($"The angle of hexagon {far} is {angles[far]:R} degrees; expected −360 to 360.");
        }

        return Fault(answer) is { } fault ? CaseScore.Invalid(fault) : new CaseScore(answer[^2]);
    }

    public override string Picture(ConstructionCase<double> problemCase, double[] answer)
    {
        var (x, y, side) = (answer[^4], answer[^3], answer[^2]);
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{-side - 0.05:F4} {-side - 0.05:F4} {(2 * side) + 0.1:F4} {(2 * side) + 0.1:F4}\">");
        svg.Append($"<path d=\"{Outline(0, 0, side, answer[^1])}\" fill=\"#f3f5f4\" stroke=\"#1d2327\" stroke-width=\"0.015\"/>");
        foreach (var hexagon in answer[..^4].Chunk(3))
        {
            svg.Append($"<path d=\"{Outline(hexagon[0] - x, hexagon[1] - y, 1, hexagon[2])}\" fill=\"#8fcdbb\" stroke=\"#0b6e5a\" stroke-width=\"0.012\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Outline(double x, double y, double side, double angle)
    {
        var corners = Enumerable.Range(0, 6).Select(corner => (angle + (60 * corner)) * Math.PI / 180)
            .Select(turn => $"{x + (side * Math.Cos(turn)):F4} {-y - (side * Math.Sin(turn)):F4}");
        return $"M{string.Join('L', corners)}Z";
    }

    private static string Fault(double[] answer)
    {
        Hexagon[] hexagons = [.. answer[..^4].Chunk(3).Select(number => new Hexagon(number[0], number[1], number[2]))];
        var outer = new Hexagon(answer[^4], answer[^3], answer[^1]);
        for (var i = 0; i < hexagons.Length; i++)
        {
            var room = ((Interval)answer[^2] * Apothem) - outer.Furthest(hexagons[i]) - hexagons[i].ReachTo(outer);
            if (room.Lower.Sign < 0)
            {
                return $"Hexagon {i} is not inside the one around it: {-room} sticks out.";
            }

            for (var j = 0; j < i; j++)
            {
                if (hexagons[i].IsFarFrom(hexagons[j]))
                {
                    continue;
                }

                // Convex polygons are apart exactly when a side of one has the other beyond it.
                var gap = Interval.Max(hexagons[i].Furthest(hexagons[j]), hexagons[j].Furthest(hexagons[i])) - hexagons[i].ReachTo(hexagons[j]) - Apothem;
                if (gap.Lower.Sign < 0)
                {
                    return $"Hexagons {j} and {i} are not apart: along the axis that parts them best they overlap by {-gap}.";
                }
            }
        }

        return null;
    }

    /// <summary>A regular hexagon by its centre and the angle of a corner in degrees.</summary>
    private sealed record Hexagon(double X, double Y, double Angle)
    {
        // Of three sides; those opposite have them the other way.
        private readonly (Interval X, Interval Y)[] _normals = [.. Enumerable.Range(0, 3).Select(side => Direction((Interval)Angle + (30.0 + (60.0 * side))))];

        /// <summary>Whether the circles around both are apart, which needs no angles.</summary>
        public bool IsFarFrom(Hexagon other)
        {
            var (dx, dy) = ((Dyadic)other.X - X, (Dyadic)other.Y - Y);
            return (dx * dx) + (dy * dy) >= 4.0;
        }

        /// <summary>How far the centre of another lies from this one's along the normal that points to it best.</summary>
        public Interval Furthest(Hexagon other)
        {
            var (dx, dy) = ((Interval)other.X - X, (Interval)other.Y - Y);
            return _normals.Select(normal => (dx * normal.X) + (dy * normal.Y)).Select(Size).Aggregate(Interval.Max);
        }

        /// <summary>How far a corner reaches from the centre along the normals of another's sides, which all see this one at the same angle.</summary>
        public Interval ReachTo(Hexagon other) => Enumerable.Range(0, 3)
            .Select(corner => Size(IntervalFunctions.Cos(((Interval)Angle - other.Angle + (30.0 + (60.0 * corner))) * Degree)))
            .Aggregate(Interval.Max);

        private static Interval Size(Interval value) => Interval.Max(value, -value);

        private static (Interval X, Interval Y) Direction(Interval degrees) => (IntervalFunctions.Cos(degrees * Degree), IntervalFunctions.Sin(degrees * Degree));
    }
}
