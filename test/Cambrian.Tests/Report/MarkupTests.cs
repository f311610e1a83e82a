using System.Net;
using Cambrian.Report;
using Cambrian.Terminal;
using CsCheck;

namespace Cambrian.Tests.Report;

public sealed class MarkupTests
{
    [Fact]
    public void Text_is_escaped_wherever_it_is_filled_in() =>
        Gen.String.Sample(text =>
        {
            var html = Markup.Of($"{text}").ToString();
            return html.IndexOfAny(['<', '>', '"', '\'']) < 0 && WebUtility.HtmlDecode(html) == PlainText.Printable(text);
        });

    [Fact]
    public void Pieces_are_not_escaped_twice()
    {
        var inner = Markup.Of($"<b>{"a & b"}</b>");
        Assert.Equal("<p><b>a &amp; b</b><b>a &amp; b</b> 3 0.33</p>", Markup.Of($"<p>{inner}{new[] { inner }} {3} {1 / 3.0}</p>").ToString());
    }
}
