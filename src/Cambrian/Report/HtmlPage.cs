using System.Security.Cryptography;
using System.Text;

namespace Cambrian.Report;

/// <summary>One HTML file that needs nothing else: no script, no font, no network, and no image but those within it.</summary>
internal static class HtmlPage
{
    private static readonly string Style = ReadStyle();

    /// <summary>A page of sections, with a list of them at the top.</summary>
    /// <param name="title">Of the browser's window.</param>
    /// <param name="kicker">The line above the heading.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="sections">In order.</param>
    /// <param name="headline">What stands between the heading and the list.</param>
    public static string Of(string title, string kicker, string heading, IReadOnlyList<ReportSection> sections, Markup headline = default)
    {
        var contents = sections.Select(section => Markup.Of($"<a href=\"#{section.Id}\">{section.Title}</a> "));
        var bodies = sections.Select(section => Markup.Of($"<section id=\"{section.Id}\"><h2>{section.Title}</h2>{section.Body}</section>"));
        var body = Markup.Of(
            $"<body><header><p class=\"kicker\">{kicker}</p><h1>{heading}</h1>{headline}<nav>{contents}</nav></header><main>{bodies}</main></body>");

        // The style is our own file; its hash keeps every other style, and the policy every script, from having an effect.
        return $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src '{StyleHash()}'; base-uri 'none'; form-action 'none'\">"
            + $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">{Markup.Of($"<title>{title}</title>")}<style>{Style}</style></head>\n{body}\n</html>\n";
    }

    private static string StyleHash() => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}";

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!; // Embedded by the project file.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
