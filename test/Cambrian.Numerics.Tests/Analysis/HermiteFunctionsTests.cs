using Cambrian.Numerics.Analysis;

namespace Cambrian.Numerics.Tests.Analysis;

public sealed class HermiteFunctionsTests
{
    [Fact]
    public void They_are_orthonormal()
    {
        const int Count = 12;
        var products = new double[Count * Count];
        var values = new double[Count];
        for (var x = -10.0; x <= 10; x += 0.05)
        {
            HermiteFunctions.Evaluate(x, values);
            for (var k = 0; k < products.Length; k++)
            {
                products[k] += 0.05 * values[k / Count] * values[k % Count];
            }
        }

        Assert.All(Enumerable.Range(0, products.Length), k => Assert.Equal(k / Count == k % Count ? 1 : 0, products[k], 1e-12));
    }

    [Fact]
    public void The_norm_leads_back_to_polynomials()
    {
        // H₄(x) = 16x⁴ − 48x² + 12
        var values = new double[5];
        HermiteFunctions.Evaluate(1.5, values);
        Assert.Equal((16 * Math.Pow(1.5, 4)) - (48 * 1.5 * 1.5) + 12, values[4] / values[0] * HermiteFunctions.Norm(4), 1e-10);
    }
}
