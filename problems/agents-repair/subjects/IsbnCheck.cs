/// <summary>Book numbers of ten and thirteen digits: their check digits and the change from one to the other.</summary>
public static class IsbnCheck
{
    public static bool IsValid(string isbn)
    {
        var digits = isbn.Replace("-", "");
        if (digits.Length == 10)
        {
            return digits[9] == Check10(digits);
        }

        return digits.Length == 13 && digits[12] == Check13(digits);
    }

    public static string To13(string isbn)
    {
        var digits = isbn.Replace("-", "");
        if (digits.Length != 10 || !IsValid(digits))
        {
            return "invalid";
        }

        var body = "978" + digits.Substring(0, 9);
        return body + Check13(body);
    }

    private static char Check10(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (10 - i) * (digits[i] - '0');
        }

        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    private static char Check13(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }
}
