/// <summary>The answer of a code-breaking game and the codes that agree with an answer.</summary>
public static class CodeBreaker
{
    public static int Exact(string secret, string guess)
    {
        var exact = 0;
        for (var i = 0; i < secret.Length; i++)
        {
            exact += secret[i] == guess[i] ? 1 : 0;
        }

        return exact;
    }

    public static int Misplaced(string secret, string guess)
    {
        var shared = 0;
        foreach (var colour in secret.Distinct())
        {
            var inSecret = secret.Count(sign => sign == colour);
            var inGuess = guess.Count(sign => sign == colour);
            shared += Math.Min(inSecret, inGuess);
        }

        return shared - Exact(secret, guess);
    }

    public static int Consistent(string guess, int exact, int misplaced, int colours)
    {
        var total = 1;
        for (var i = 0; i < guess.Length; i++)
        {
            total *= colours;
        }

        var count = 0;
        for (var number = 0; number < total; number++)
        {
            var code = Code(number, guess.Length, colours);
            if (Exact(code, guess) == exact && Misplaced(code, guess) == misplaced)
            {
                count++;
            }
        }

        return count;
    }

    private static string Code(int number, int length, int colours)
    {
        var code = "";
        for (var i = 0; i < length; i++)
        {
            code += (char)('A' + number % colours);
            number /= colours;
        }

        return code;
    }
}
