using System.Text;

namespace Cambrian.Report;

/// <summary>A picture that a problem's evaluator drew. It stands in a page as an image, in which nothing can run or reach out, whoever drew it.</summary>
internal static class SvgImage
{
    private const string Namespace = "xmlns=\"http://www.w3.org/2000/svg\"";

    /// <summary>The image.</summary>
    /// <param name="svg">The SVG element.</param>
    /// <param name="alternative">What it shows, in words.</param>
    public static Markup Of(string svg, string alternative)
    {
        var whole = svg.Contains("xmlns=", StringComparison.Ordinal) ? svg : svg.Replace("<svg", $"<svg {Namespace}", StringComparison.Ordinal);
        return Markup.Of($"<img class=\"picture\" alt=\"{alternative}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(whole))}\">");
    }
}
