using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>Turns an interpolated string into HTML; the compiler calls it for <see cref="Markup.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder
{
    private readonly StringBuilder _html;

    /// <summary>A builder for one interpolated string.</summary>
    /// <param name="literalLength">Characters of the literal parts.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public MarkupBuilder(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>A part that stands in the source.</summary>
    public void AppendLiteral(string html) => _html.Append(html);

    /// <summary>Foreign text, fit for an element's content or a quoted attribute: escaped, and without characters that cannot be seen.</summary>
    public void AppendFormatted(string? text) => _html.Append(WebUtility.HtmlEncode(PlainText.Printable(text ?? "")));

    /// <summary>A piece that was built this way.</summary>
    public void AppendFormatted(Markup piece) => _html.Append(piece.ToString());

    /// <summary>Pieces that were built this way.</summary>
    public void AppendFormatted(IEnumerable<Markup> pieces) => _html.Append(Markup.Join(pieces).ToString());

    /// <summary>A whole number.</summary>
    public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A coordinate: two decimals are a hundredth of a pixel.</summary>
    public void AppendFormatted(double coordinate) => _html.Append(coordinate.ToString("0.##", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
