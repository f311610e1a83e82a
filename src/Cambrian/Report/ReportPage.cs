using System.Security.Cryptography;
using System.Text;
using Cambrian.Report.Sections;

namespace Cambrian.Report;

/// <summary>A run as one HTML file that needs nothing else: no script, no font, no image, no network.</summary>
internal static class ReportPage
{
    private static readonly string Style = ReadStyle();

    /// <summary>The page.</summary>
    public static string Of(ReportSubject subject)
    {
        ReportSection?[] all =
        [
            ScoresSection.Of(subject), PromotionSection.Of(subject), ProgressSection.Of(subject), ProgramSection.Of(subject), LineageSection.Of(subject),
            OperatorsSection.Of(subject), MapSection.Of(subject), CasesSection.Of(subject), AboutSection.Of(subject),
        ];
        var sections = all.OfType<ReportSection>().ToList();
        var contents = sections.Select(section => Markup.Of($"<a href=\"#{section.Id}\">{section.Title}</a> "));
        var bodies = sections.Select(section => Markup.Of($"<section id=\"{section.Id}\"><h2>{section.Title}</h2>{section.Body}</section>"));
        var body = Markup.Of(
            $"<body><header><p class=\"kicker\">Cambrian · {subject.RunPath}</p><h1>{subject.Folder.File.Title}</h1>{Headline.Of(subject)}<nav>{contents}</nav></header><main>{bodies}</main></body>");

        // The style is our own file; its hash keeps every other style, and the policy every script, from having an effect.
        return $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{StyleHash()}'; base-uri 'none'; form-action 'none'\">"
            + $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">{Markup.Of($"<title>{subject.Folder.Problem.Name} · {Title(subject)}</title>")}<style>{Style}</style></head>\n{body}\n</html>\n";
    }

    private static string Title(ReportSubject subject) =>
        subject.Winner is { } winner ? subject.Format.OrientedWithUnit(winner.Score) : "no result";

    private static string StyleHash() => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}";

    private static string ReadStyle()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!; // Embedded by the project file.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
