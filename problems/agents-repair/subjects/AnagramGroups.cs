/// <summary>Words that are made of the same letters, and what turns one word into another.</summary>
public static class AnagramGroups
{
    public static bool Same(string a, string b)
    {
        var counts = new int[26];
        foreach (var letter in a)
        {
            counts[letter - 'a']++;
        }

        foreach (var letter in b)
        {
            counts[letter - 'a']--;
        }

        return counts.All(count => count == 0);
    }

    public static int Groups(string[] words)
    {
        var groups = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var first = true;
            for (var k = 0; k < i && first; k++)
            {
                first = !Same(words[i], words[k]);
            }

            if (first)
            {
                groups++;
            }
        }

        return groups;
    }

    public static int LettersToChange(string a, string b)
    {
        var missing = 0;
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            var difference = a.Count(sign => sign == letter) - b.Count(sign => sign == letter);
            missing += Math.Max(0, difference);
        }

        return missing;
    }
}
