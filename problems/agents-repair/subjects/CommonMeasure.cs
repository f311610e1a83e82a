/// <summary>Greatest common divisors, least common multiples and the modular inverse, by Euclid's algorithm.</summary>
public static class CommonMeasure
{
    public static int Divisor(int a, int b)
    {
        a = Math.Abs(a);
        b = Math.Abs(b);
        while (b != 0)
        {
            var rest = a % b;
            a = b;
            b = rest;
        }

        return a;
    }

    public static int Multiple(int[] numbers)
    {
        var multiple = 1;
        foreach (var number in numbers)
        {
            if (number == 0)
            {
                return 0;
            }

            multiple = multiple / Divisor(multiple, number) * Math.Abs(number);
        }

        return multiple;
    }

    public static int Inverse(int value, int modulus)
    {
        var (a, b) = (value % modulus, modulus);
        var (x, y) = (1, 0);
        while (b != 0)
        {
            var quotient = a / b;
            (a, b) = (b, a - quotient * b);
            (x, y) = (y, x - quotient * y);
        }

        if (a != 1)
        {
            return -1;
        }

        return x < 0 ? x + modulus : x;
    }
}
