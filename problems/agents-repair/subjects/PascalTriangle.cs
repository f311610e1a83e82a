/// <summary>Binomial coefficients by addition, and the paths and shapes that they count.</summary>
public static class PascalTriangle
{
    public static int[] Row(int n)
    {
        var row = new int[n + 1];
        row[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            for (var k = i; k > 0; k--)
            {
                row[k] += row[k - 1];
            }
        }

        return row;
    }

    public static int Choose(int n, int k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        return Row(n)[k];
    }

    public static int OddEntries(int rows)
    {
        var odd = 0;
        for (var n = 0; n < rows; n++)
        {
            foreach (var entry in Row(n))
            {
                odd += entry % 2;
            }
        }

        return odd;
    }

    public static int Diagonal(int n)
    {
        var sum = 0;
        for (var k = 0; k <= n - k; k++)
        {
            sum += Choose(n - k, k);
        }

        return sum;
    }
}
