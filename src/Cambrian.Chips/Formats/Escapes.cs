namespace Cambrian.Chips.Formats;

/// <summary>Backslashes in quoted text.</summary>
internal static class Escapes
{
    /// <summary>Takes the backslashes out in place: <c>\n</c>, <c>\t</c> and <c>\r</c> become what they stand for, any other character stands for itself.</summary>
    /// <returns>How many bytes are left.</returns>
    public static int Resolve(Span<byte> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            text[length++] = text[i] == (byte)'\\' && i + 1 < text.Length ? Meaning(text[++i]) : text[i];
        }

        return length;
    }

    private static byte Meaning(byte letter) => letter switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        _ => letter,
    };
}
