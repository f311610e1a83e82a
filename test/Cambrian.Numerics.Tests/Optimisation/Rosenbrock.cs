namespace Cambrian.Numerics.Tests.Optimisation;

/// <summary>Rosenbrock's valley in any number of variables, each pair of neighbours a term; the minimum is 0 where all are 1.</summary>
internal static class Rosenbrock
{
    public static double Value(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i++)
        {
            var (bend, rest) = (x[i + 1] - (x[i] * x[i]), 1 - x[i]);
            sum += (100 * bend * bend) + (rest * rest);
            gradient[i] -= (400 * x[i] * bend) + (2 * rest);
            gradient[i + 1] += 200 * bend;
        }

        return sum;
    }
}
