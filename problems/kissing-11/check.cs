using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// Once more by angles' inner products in numbers of any size: |x − y|² = |x|² + |y|² − 2x·y is at least the longest squared length if and only if twice the inner product leaves that much.
/// </summary>
public sealed class KissingCheck : ConstructionCheck<long[]>
{
    public override CaseScore Check(int[] size, long[] answer)
    {
        var n = size[0];
        if (answer.Length < n || answer.Length % n > 0 || answer.Length / n > 2_000 || answer.Any(x => BigInteger.Abs(x) > BigInteger.Pow(10, 15)))
        {
            return CaseScore.Invalid("Expected whole vectors with coordinates up to 10^15.");
        }

        var points = answer.Select((x, index) => (x, index)).GroupBy(pair => pair.index / n, pair => (BigInteger)pair.x).Select(group => group.ToArray()).ToList();
        var lengths = points.Select(point => Inner(point, point)).ToList();
        var longest = lengths.Max();
        var apart = Enumerable.Range(1, points.Count - 1).All(i => Enumerable.Range(0, i).All(j => lengths[i] + lengths[j] - (2 * Inner(points[i], points[j])) >= longest));
        return lengths.Min().IsZero || !apart ? CaseScore.Invalid("A vector is zero, or two are too close.") : new CaseScore(points.Count);
    }

    private static BigInteger Inner(BigInteger[] x, BigInteger[] y) => x.Zip(y, BigInteger.Multiply).Aggregate(BigInteger.Add);
}
