using System.Numerics;
using Cambrian.Numerics.Exact;
using CsCheck;

namespace Cambrian.Numerics.Tests.Exact;

public sealed class RealRootsTests
{
    [Fact]
    public void The_largest_of_random_roots_is_enclosed() =>
        Gen.Int[-400, 400].HashSet[1, 9].Sample(roots =>
        {
            BigInteger[] polynomial = roots.Aggregate<int, BigInteger[]>([1], (product, root) => Times(product, 7, root));
            var found = RealRoots.TryLargest(polynomial, 60, out var enclosure);
            Assert.Equal(roots.Max() > 0, found);
            if (found)
            {
                var exact = (Interval)new Rational(roots.Max(), 7);
                Assert.True(enclosure.Lower <= exact.Upper && exact.Lower <= enclosure.Upper);
                Assert.True((enclosure.Upper - enclosure.Lower).Magnitude <= -60);
            }
        }, iter: 200);

    [Fact]
    public void Roots_a_billionth_apart_are_told_apart()
    {
        // (x − 1)(x − 1 − 10⁻⁹)
        BigInteger billion = 1_000_000_000;
        Assert.True(RealRoots.TryLargest([billion + 1, -(2 * billion) - 1, billion], 50, out var root));
        Assert.True(root.Lower > 1.0);
    }

    [Fact]
    public void A_double_root_is_not_passed_over() => Assert.False(RealRoots.TryLargest([9 * 2, (-6 * 2) - 9, 2 + 6, -1], 50, out _));

    [Fact]
    public void Without_positive_roots_there_is_none() => Assert.False(RealRoots.TryLargest([1, 2, 1], 50, out _));

    private static BigInteger[] Times(BigInteger[] polynomial, int slope, int root)
    {
        var product = new BigInteger[polynomial.Length + 1];
        for (var k = 0; k < polynomial.Length; k++)
        {
            product[k + 1] += slope * polynomial[k];
            product[k] -= root * polynomial[k];
        }

        return product;
    }
}
