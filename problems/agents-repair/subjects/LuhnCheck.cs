/// <summary>The Luhn checksum of card numbers: verify one, complete one, or fill in one unreadable digit.</summary>
public static class LuhnCheck
{
    public static bool IsValid(string number)
    {
        var digits = 0;
        foreach (var sign in number)
        {
            if (sign >= '0' && sign <= '9')
            {
                digits++;
            }
            else if (sign != ' ')
            {
                return false;
            }
        }

        return digits > 1 && Sum(number) % 10 == 0;
    }

    public static int CheckDigit(string number) => (10 - Sum(number + "0") % 10) % 10;

    public static int Missing(string number)
    {
        for (var digit = 0; digit <= 9; digit++)
        {
            if (IsValid(number.Replace('?', (char)('0' + digit))))
            {
                return digit;
            }
        }

        return -1;
    }

    private static int Sum(string number)
    {
        var sum = 0;
        var twice = false;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (number[i] == ' ')
            {
                continue;
            }

            var value = number[i] - '0';
            if (twice)
            {
                value *= 2;
                value = value > 9 ? value - 9 : value;
            }

            sum += value;
            twice = !twice;
        }

        return sum;
    }
}
