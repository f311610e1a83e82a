/// <summary>Roman numerals from 1 to 3999, in the shortest subtractive form.</summary>
public static class RomanNumerals
{
    public static string Encode(int number)
    {
        int[] values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var text = "";
        for (var i = 0; i < values.Length; i++)
        {
            while (number >= values[i])
            {
                text += signs[i];
                number -= values[i];
            }
        }

        return text;
    }

    public static int Decode(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Value(text[i]);
            if (i + 1 < text.Length && value < Value(text[i + 1]))
            {
                total -= value;
            }
            else
            {
                total += value;
            }
        }

        return total;
    }

    private static int Value(char sign) => sign switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        'D' => 500,
        'M' => 1000,
        _ => 0,
    };
}
