/// <summary>Palindromes in text: the longest part of a word, and the check of sentences that ignores all but letters.</summary>
public static class PalindromeSearch
{
    public static string Longest(string text)
    {
        var best = "";
        for (var centre = 0; centre < text.Length; centre++)
        {
            for (var extra = 0; extra <= 1; extra++)
            {
                var radius = Radius(text, centre, centre + extra);
                var length = 2 * radius - 1 + extra;
                if (length > best.Length)
                {
                    best = text.Substring(centre - radius + 1, length);
                }
            }
        }

        return best;
    }

    public static bool IsSentence(string text)
    {
        var (left, right) = (0, text.Length - 1);
        while (left < right)
        {
            if (!char.IsLetter(text[left]))
            {
                left++;
            }
            else if (!char.IsLetter(text[right]))
            {
                right--;
            }
            else if (char.ToLowerInvariant(text[left++]) != char.ToLowerInvariant(text[right--]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Radius(string text, int left, int right)
    {
        var radius = 0;
        while (left >= 0 && right < text.Length && text[left] == text[right])
        {
            left--;
            right++;
            radius++;
        }

        return radius;
    }
}
