/// <summary>Whole numbers in bases 2 to 36, negative ones with a sign.</summary>
public static class NumberBases
{
    public static string Write(int number, int radix)
    {
        if (number == 0)
        {
            return "0";
        }

        var rest = Math.Abs(number);
        var text = "";
        while (rest > 0)
        {
            var digit = rest % radix;
            text = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10) + text;
            rest /= radix;
        }

        return number < 0 ? "-" + text : text;
    }

    public static int Read(string text, int radix)
    {
        var start = text.StartsWith('-') ? 1 : 0;
        var value = 0;
        for (var i = start; i < text.Length; i++)
        {
            value = value * radix + Digit(text[i]);
        }

        return start == 1 ? -value : value;
    }

    public static int DigitSum(int number, int radix)
    {
        var sum = 0;
        foreach (var sign in Write(number, radix))
        {
            sum += sign == '-' ? 0 : Digit(sign);
        }

        return sum;
    }

    private static int Digit(char sign)
    {
        if (sign >= 'a')
        {
            return sign - 'a' + 10;
        }

        return sign - '0';
    }
}
