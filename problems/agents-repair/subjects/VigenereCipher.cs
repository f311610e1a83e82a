/// <summary>The Vigenère cipher over lower-case letters; other signs pass and use no letter of the key.</summary>
public static class VigenereCipher
{
    public static string Encode(string text, string key) => Apply(text, key, 1);

    public static string Decode(string text, string key) => Apply(text, key, -1);

    public static string FindKey(string text, string cipher)
    {
        var shifts = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 'a' && text[i] <= 'z')
            {
                shifts += (char)('a' + (cipher[i] - text[i] + 26) % 26);
            }
        }

        for (var length = 1; length < shifts.Length; length++)
        {
            var repeats = true;
            for (var i = length; i < shifts.Length; i++)
            {
                repeats &= shifts[i] == shifts[i - length];
            }

            if (repeats)
            {
                return shifts.Substring(0, length);
            }
        }

        return shifts;
    }

    private static string Apply(string text, string key, int direction)
    {
        var result = "";
        var used = 0;
        foreach (var sign in text)
        {
            if (sign < 'a' || sign > 'z')
            {
                result += sign;
                continue;
            }

            var shift = direction * (key[used % key.Length] - 'a');
            result += (char)('a' + (sign - 'a' + shift + 26) % 26);
            used++;
        }

        return result;
    }
}
