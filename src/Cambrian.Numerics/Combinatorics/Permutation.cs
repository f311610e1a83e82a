namespace Cambrian.Numerics.Combinatorics;

/// <summary>Permutations, each as the array of where it takes 0, 1, 2 and so on.</summary>
internal static class Permutation
{
    /// <summary>How often it must be applied until everything is where it was.</summary>
    public static long Order(ReadOnlySpan<int> permutation)
    {
        var (order, seen) = (1L, new bool[permutation.Length]);
        for (var start = 0; start < permutation.Length; start++)
        {
            var length = 0;
            for (var at = start; !seen[at]; at = permutation[at])
            {
                seen[at] = true;
                length++;
            }

            order = length == 0 ? order : order / CommonDivisor(order, length) * length;
        }

        return order;
    }

    /// <summary>It applied so many times.</summary>
    public static int[] Power(int[] permutation, long exponent)
    {
        int[] power = [.. Enumerable.Range(0, permutation.Length)];
        for (var square = permutation; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 0 ? power : Composed(power, square);
            square = exponent == 1 ? square : Composed(square, square);
        }

        return power;
    }

    /// <summary>A power of it whose order is drawn at random from the divisors of its own, one left out.</summary>
    public static int[] RandomPower(int[] permutation, Random random)
    {
        var order = Order(permutation);
        long[] exponents = [.. Enumerable.Range(1, (int)order - 1).Where(exponent => order % exponent == 0)];
        return exponents.Length == 0 ? permutation : Power(permutation, exponents[random.Next(exponents.Length)]);
    }

    private static int[] Composed(int[] first, int[] second)
    {
        var composed = new int[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            composed[i] = second[first[i]];
        }

        return composed;
    }

    private static long CommonDivisor(long a, long b) => b == 0 ? a : CommonDivisor(b, a % b);
}
