namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Packings as they are written — x, y and angle in degrees of each hexagon, then x, y, side and angle of the one around them — and as they
/// are worked with: in radians, the hexagon around them about the origin with a corner on the x-axis.
/// </summary>
internal static class HexagonFrame
{
    private const int Outer = 4;
    private const double Degree = Math.PI / 180;

    /// <summary>How many hexagons a packing has.</summary>
    public static int Count(double[] packing) => Math.Clamp((packing.Length - Outer) / 3, 0, HexagonPacking.Most);

    /// <summary>Places and angles of the hexagons. Not-a-number becomes 0, what is far out is brought nearer.</summary>
    public static double[] Inside(double[] packing)
    {
        var count = Count(packing);
        if (count == 0)
        {
            return [];
        }

        var (x, y, turn) = (Sane(packing[3 * count]), Sane(packing[(3 * count) + 1]), Degree * Sane(packing[^1]));
        var (cos, sin, furthest) = (Math.Cos(turn), Math.Sin(turn), 200.0 * count);
        var inside = new double[3 * count];
        for (var i = 0; i < inside.Length; i += 3)
        {
            var (dx, dy) = (Sane(packing[i]) - x, Sane(packing[i + 1]) - y);
            inside[i] = Math.Clamp((dx * cos) + (dy * sin), -furthest, furthest);
            inside[i + 1] = Math.Clamp((dy * cos) - (dx * sin), -furthest, furthest);
            inside[i + 2] = Hexagons.Offset((Degree * Sane(packing[i + 2])) - turn);
        }

        return inside;
    }

    /// <summary>The packing of hexagons, drawn apart and with the hexagon around them, so that rounding cannot make them overlap or stick out.</summary>
    public static double[] Write(double[] inside)
    {
        if (inside.Length == 0)
        {
            return [];
        }

        double[] written = [.. inside.Select((number, index) => index % 3 == 2 ? Math.Round(number / Degree, 13) : number)];
        double[] read = [.. written.Select((number, index) => index % 3 == 2 ? number * Degree : number)];
        var factor = Hexagons.Spread(read);

        // Several times what rounding does to the numbers themselves and to the factor.
        factor *= 1 + 2e-14 + (2e-15 * factor * inside.Max(Math.Abs));
        for (var i = 0; i < written.Length; i++)
        {
            read[i] = i % 3 == 2 ? read[i] : read[i] * factor;
            written[i] = i % 3 == 2 ? written[i] : read[i];
        }

        return [.. written, 0, 0, Hexagons.Side(read) * (1 + 1e-13), 0];
    }

    /// <summary>The same hexagons, jittered as far as it takes for no two centres to coincide, or nearly so.</summary>
    public static double[] Distinct(double[] inside)
    {
        var random = new Random(inside.Length);
        double[] distinct = [.. inside];
        for (var attempt = 1; inside.Length > 3 && !(Hexagons.Spread(distinct) < 100); attempt++)
        {
            distinct = [.. inside.Select((number, index) => index % 3 == 2 ? number : number + (0.1 * attempt * (random.NextDouble() - 0.5)))];
        }

        return distinct;
    }

    private static double Sane(double number) => double.IsNaN(number) ? 0 : Math.Clamp(number, -1e6, 1e6);
}
