/// <summary>The shift cipher over the Latin letters, and the guess of its key from the commonest letter.</summary>
public static class CaesarShift
{
    public static string Shift(string text, int key)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] >= 'a' && letters[i] <= 'z')
            {
                letters[i] = Turn(letters[i], 'a', key);
            }
            else if (letters[i] >= 'A' && letters[i] <= 'Z')
            {
                letters[i] = Turn(letters[i], 'A', key);
            }
        }

        return new string(letters);
    }

    public static int GuessKey(string cipher)
    {
        var counts = new int[26];
        foreach (var letter in cipher.ToLowerInvariant())
        {
            if (letter >= 'a' && letter <= 'z')
            {
                counts[letter - 'a']++;
            }
        }

        var commonest = 0;
        for (var i = 1; i < 26; i++)
        {
            if (counts[i] > counts[commonest])
            {
                commonest = i;
            }
        }

        return (commonest - ('e' - 'a') + 26) % 26;
    }

    private static char Turn(char letter, char first, int key)
    {
        var moved = (letter - first + key) % 26;
        return (char)(first + (moved < 0 ? moved + 26 : moved));
    }
}
