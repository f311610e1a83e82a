/// <summary>Arithmetic on numbers of any length written in decimal: sum, product and comparison.</summary>
public static class DecimalDigits
{
    public static string Add(string a, string b)
    {
        var sum = "";
        var carry = 0;
        for (var i = 0; i < Math.Max(a.Length, b.Length) || carry > 0; i++)
        {
            var left = i < a.Length ? a[a.Length - 1 - i] - '0' : 0;
            var right = i < b.Length ? b[b.Length - 1 - i] - '0' : 0;
            var digit = left + right + carry;
            sum = digit % 10 + sum;
            carry = digit / 10;
        }

        return sum;
    }

    public static string Multiply(string a, string b)
    {
        var digits = new int[a.Length + b.Length];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var k = b.Length - 1; k >= 0; k--)
            {
                var product = (a[i] - '0') * (b[k] - '0') + digits[i + k + 1];
                digits[i + k + 1] = product % 10;
                digits[i + k] += product / 10;
            }
        }

        var text = string.Concat(digits).TrimStart('0');
        return text == "" ? "0" : text;
    }

    public static int Compare(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return a.Length < b.Length ? -1 : 1;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i] ? -1 : 1;
            }
        }

        return 0;
    }
}
