/// <summary>Fractions in lowest terms: sums, Egyptian expansion and continued fraction.</summary>
public static class FractionSum
{
    public static string Add(int a, int b, int c, int d)
    {
        var top = a * d + c * b;
        var bottom = b * d;
        var divisor = Divisor(Math.Abs(top), Math.Abs(bottom));
        if (bottom < 0)
        {
            divisor = -divisor;
        }

        return bottom / divisor == 1 ? (top / divisor).ToString() : top / divisor + "/" + bottom / divisor;
    }

    public static int[] Egyptian(int top, int bottom)
    {
        var parts = new List<int>();
        while (top > 0)
        {
            var part = (bottom + top - 1) / top;
            parts.Add(part);
            top = top * part - bottom;
            bottom *= part;
        }

        return parts.ToArray();
    }

    public static int[] Continued(int top, int bottom)
    {
        var terms = new List<int>();
        while (bottom != 0)
        {
            terms.Add(top / bottom);
            (top, bottom) = (bottom, top % bottom);
        }

        return terms.ToArray();
    }

    private static int Divisor(int a, int b)
    {
        while (b > 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
