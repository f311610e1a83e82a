using System.Globalization;
using System.Text;

namespace Cambrian.Numerics.Sequences;

/// <summary>Step functions, and what is made of them, as pictures.</summary>
public static class StepPicture
{
    private const double Width = 400;

    private const double Height = 200;

    /// <summary>The function as a filled outline, and below it, on a scale of its own, a curve through the coefficients given.</summary>
    /// <param name="heights">The function's.</param>
    /// <param name="coefficients">At least one, in order from left to right, such as those of an autoconvolution.</param>
    /// <returns>An SVG element with a view box.</returns>
    public static string Draw(double[] heights, double[] coefficients)
    {
        var corners = heights.SelectMany((height, i) => new[] { (X: (double)i / heights.Length, Y: height), (X: (i + 1.0) / heights.Length, Y: height) });
        var curve = coefficients.Select((value, k) => (X: (k + 1.0) / (coefficients.Length + 1), Y: value));
        return new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-5 -5 {Width + 10} {(2 * Height) + 30}\">"))
            .Append(Line([(0, 0), .. corners, (1, 0)], 0, "fill=\"#88aadd\" stroke=\"#224477\""))
            .Append(Line([(0, 0), .. curve, (1, 0)], Height + 20, "fill=\"none\" stroke=\"#aa3311\""))
            .Append("</svg>")
            .ToString();
    }

    private static string Line((double X, double Y)[] points, double top, string style)
    {
        var (low, high) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var scale = high > low ? Height / (high - low) : 0;
        var places = points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X * Width:F2},{top + ((high - point.Y) * scale):F2}"));
        return $"<polyline points=\"{string.Join(' ', places)}\" stroke-width=\"0.7\" {style}/>";
    }
}
