namespace Cambrian.CSharp.Text;

/// <summary>Tells code from comments and strings, character by character.</summary>
internal static class CodeMask
{
    private const int LongestCharacter = 12;

    /// <summary>True where a text is code.</summary>
    public static bool[] Of(string text, Language language)
    {
        var code = new bool[text.Length];
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(text.Length, EndOfOther(text, at, language));
            if (end == at)
            {
                code[at++] = true;
            }

            at = Math.Max(at, end);
        }

        return code;
    }

    // Where the comment or string that begins here ends; here itself when none does.
    private static int EndOfOther(string text, int at, Language language)
    {
        var rest = text.AsSpan(at);
        if (language.BlockComment is { } block && rest.StartsWith(block.Start, StringComparison.Ordinal))
        {
            return After(text, block.End, at + block.Start.Length);
        }

        foreach (var comment in language.LineComments)
        {
            if (rest.StartsWith(comment, StringComparison.Ordinal))
            {
                return text.IndexOf('\n', at) is >= 0 and var newline ? newline : text.Length;
            }
        }

        return language.Quotes.Contains(text[at], StringComparison.Ordinal) ? EndOfString(text, at, language) : at;
    }

    private static int EndOfString(string text, int at, Language language)
    {
        var quote = text[at];
        if (quote == '\'' && language.HasCharacters)
        {
            return EndOfCharacter(text, at);
        }

        var triple = new string(quote, 3);
        if (language.HasTripleQuotes && text.AsSpan(at).StartsWith(triple, StringComparison.Ordinal))
        {
            return After(text, triple, at + 3);
        }

        for (var end = at + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == quote)
            {
                return end + 1;
            }
            else if (text[end] == '\n' && quote != '`')
            {
                return at;
            }
        }

        return at;
    }

    private static int EndOfCharacter(string text, int at)
    {
        var rest = text.AsSpan(at + 1, Math.Min(LongestCharacter, text.Length - at - 1));
        if (rest.Length >= 3 && rest[0] == '\\')
        {
            // The escaped character may itself be a quote.
            return rest[2..].IndexOf('\'') is >= 0 and var closing ? at + 3 + closing + 1 : at;
        }

        return rest.Length >= 2 && rest[1] == '\'' ? at + 3 : at;
    }

    private static int After(string text, string closing, int from) =>
        text.IndexOf(closing, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var found ? found + closing.Length : text.Length;
}
