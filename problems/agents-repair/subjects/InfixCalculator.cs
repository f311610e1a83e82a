/// <summary>Evaluates integer expressions with + - * /, brackets, signs and spaces, by recursive descent.</summary>
public static class InfixCalculator
{
    public static int Evaluate(string text)
    {
        var position = 0;
        return Sum(text.Replace(" ", ""), ref position);
    }

    private static int Sum(string text, ref int position)
    {
        var value = Product(text, ref position);
        while (position < text.Length && text[position] is '+' or '-')
        {
            var sign = text[position++];
            var right = Product(text, ref position);
            value = sign == '+' ? value + right : value - right;
        }

        return value;
    }

    private static int Product(string text, ref int position)
    {
        var value = Factor(text, ref position);
        while (position < text.Length && (text[position] == '*' || text[position] == '/'))
        {
            var sign = text[position++];
            var right = Factor(text, ref position);
            value = sign == '*' ? value * right : value / right;
        }

        return value;
    }

    private static int Factor(string text, ref int position)
    {
        if (text[position] == '-')
        {
            position++;
            return -Factor(text, ref position);
        }

        if (text[position] == '(')
        {
            position++;
            var inside = Sum(text, ref position);
            position++;
            return inside;
        }

        var number = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            number = 10 * number + (text[position] - '0');
            position++;
        }

        return number;
    }
}
