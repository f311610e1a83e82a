/// <summary>Query strings such as a=1&amp;b=two%20words: one value, all names, escapes.</summary>
public static class QueryText
{
    public static string Value(string query, string name)
    {
        foreach (var part in query.Split('&'))
        {
            var equals = part.IndexOf('=');
            var found = equals < 0 ? part : part.Substring(0, equals);
            if (Unescape(found) == name)
            {
                return equals < 0 ? "" : Unescape(part.Substring(equals + 1));
            }
        }

        return "missing";
    }

    public static string Unescape(string text)
    {
        var plain = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '+')
            {
                plain += ' ';
            }
            else if (text[i] == '%' && i + 2 < text.Length)
            {
                plain += (char)(16 * Digit(text[i + 1]) + Digit(text[i + 2]));
                i += 2;
            }
            else
            {
                plain += text[i];
            }
        }

        return plain;
    }

    public static string Escape(string text)
    {
        var escaped = "";
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                escaped += sign;
            }
            else
            {
                escaped += "%" + "0123456789ABCDEF"[sign / 16] + "0123456789ABCDEF"[sign % 16];
            }
        }

        return escaped;
    }

    private static int Digit(char sign) => "0123456789ABCDEF".IndexOf(char.ToUpperInvariant(sign));
}
