using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The packing once more, with whole numbers and corners: a number is a multiple of 2⁻²²⁰, corners are known to 2⁻¹⁷⁰, and what has to be
/// positive must be so by more than that error can make. Hexagons of one size are apart when no side of one crosses a side of the other.
/// Nothing is shared with evaluator.cs.
/// </summary>
public sealed class HexagonsInHexagonCheck : ConstructionCheck<double[]>
{
    private const int Places = 220;

    // Corners are off by 2⁵⁰ such multiples at most and below 2³⁰ in size, so a cross product of their differences is off by less than 2³⁴ times as much.
    private static readonly BigInteger Doubt = BigInteger.One << (Places + 50 + 34);

    private static readonly BigInteger One = BigInteger.One << Places;

    // 16·arctan ⅕ − 4·arctan 1/239.
    private static readonly BigInteger Pi = (16 * Arctangent(5)) - (4 * Arctangent(239));

    public override CaseScore Check(int[] size, double[] answer)
    {
        var count = size[0];
        if (answer.Length != (3 * count) + 4 || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected {(3 * count) + 4} finite numbers.");
        }

        if (answer.Any(number => Math.Abs(number) > 1e6) || answer[..^4].Where((_, index) => index % 3 == 2).Append(answer[^1]).Any(angle => Math.Abs(angle) > 360))
        {
            return CaseScore.Invalid("A number is too large.");
        }

        var hexagons = answer[..^4].Chunk(3).Select(hexagon => Corners(hexagon[0], hexagon[1], 1, hexagon[2])).ToArray();
        var outer = Corners(answer[^4], answer[^3], answer[^2], answer[^1]);
        if (answer[^2] <= 0 || !hexagons.SelectMany(corners => corners).All(corner => Sides(outer).All(side => IsLeft(side, corner))))
        {
            return CaseScore.Invalid("A corner is outside the hexagon around all.");
        }

        var pairs = from a in hexagons.Index() from b in hexagons.Take(a.Index) select (a.Item, b);
        return pairs.All(pair => Sides(pair.Item1).All(side => Sides(pair.b).All(other => Miss(side, other))))
            ? new CaseScore(answer[^2])
            : CaseScore.Invalid("Two hexagons overlap.");
    }

    // One of the segments has both ends of the other on the same side of its line.
    private static bool Miss((Point From, Point To) one, (Point From, Point To) other) => OnOneSide(one, other) || OnOneSide(other, one);

    private static bool OnOneSide((Point From, Point To) line, (Point From, Point To) ends) =>
        (IsLeft(line, ends.From) && IsLeft(line, ends.To)) || (IsLeft((line.To, line.From), ends.From) && IsLeft((line.To, line.From), ends.To));

    private static bool IsLeft((Point From, Point To) line, Point point) =>
        ((line.To.X - line.From.X) * (point.Y - line.From.Y)) - ((line.To.Y - line.From.Y) * (point.X - line.From.X)) > Doubt;

    private static (Point From, Point To)[] Sides(Point[] corners) => [.. corners.Zip(corners.Skip(1).Append(corners[0]))];

    private static Point[] Corners(double x, double y, double side, double angle)
    {
        var (cos, sin) = Turn(Fixed(angle) * Pi / 180 >> Places);
        var root = Root(3 * One * One);
        var corners = new Point[6];
        for (var corner = 0; corner < 6; corner++)
        {
            corners[corner] = new Point(Fixed(x) + (Fixed(side) * cos >> Places), Fixed(y) + (Fixed(side) * sin >> Places));

            // On by 60°.
            (cos, sin) = ((cos - (root * sin >> Places)) / 2, (sin + (root * cos >> Places)) / 2);
        }

        return corners;
    }

    // Taylor's series; at 2π the terms grow to 90 before they fall, and there are 120 of them.
    private static (BigInteger Cos, BigInteger Sin) Turn(BigInteger angle)
    {
        var (cos, sin, term) = (One, BigInteger.Zero, One);
        for (var k = 1; k <= 120; k++)
        {
            term = (term * angle >> Places) / k;
            cos += k % 4 == 0 ? term : k % 4 == 2 ? -term : 0;
            sin += k % 4 == 1 ? term : k % 4 == 3 ? -term : 0;
        }

        return (cos, sin);
    }

    private static BigInteger Arctangent(int n)
    {
        var (sum, power) = (BigInteger.Zero, One / n);
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += k % 4 == 1 ? power / k : -power / k;
            power /= n * n;
        }

        return sum;
    }

    private static BigInteger Root(BigInteger square)
    {
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (root * root > square)
        {
            root = (root + (square / root)) / 2;
        }

        return root;
    }

    // value · 2²²⁰, exact down to 2⁻²²⁰ and cut below.
    private static BigInteger Fixed(double value)
    {
        var exponent = value == 0 ? 0 : Math.Max(Math.ILogB(value), -1022) - 52;
        var mantissa = new BigInteger(Math.ScaleB(Math.ScaleB(value, -exponent / 2), -exponent - (-exponent / 2)));
        return exponent + Places >= 0 ? mantissa << (exponent + Places) : mantissa >> -(exponent + Places);
    }

    private readonly record struct Point(BigInteger X, BigInteger Y);
}
