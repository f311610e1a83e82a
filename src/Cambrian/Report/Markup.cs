namespace Cambrian.Report;

/// <summary>
/// A piece of HTML. It is made from interpolated strings alone: what stands in the source is HTML, what is filled in is text and
/// gets escaped, whoever wrote it. So a hostile candidate cannot reach a page unescaped by anybody's forgetting.
/// </summary>
internal readonly record struct Markup
{
    private readonly string? _html;

    private Markup(string html) => _html = html;

    /// <summary>Nothing.</summary>
    public static Markup None => default;

    /// <summary>HTML from an interpolated string.</summary>
    public static Markup Of(MarkupBuilder html) => new(html.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.ToString())));

    /// <summary>The HTML.</summary>
    public override string ToString() => _html ?? "";
}
