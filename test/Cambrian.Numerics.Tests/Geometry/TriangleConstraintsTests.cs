using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

/// <summary>The triangles written out are the quadratic constraints that they stand for.</summary>
public sealed class TriangleConstraintsTests
{
    private const int Points = 4;
    private const int Size = (2 * Points) + 1;
    private static readonly int[] Pinned = [0, 5];
    private static readonly Gen<double[]> Numbers = Gen.Double[-1, 1].Array[64];

    [Fact]
    public void They_agree_with_general_quadratic_constraints() =>
        Gen.Select(Numbers, Numbers, Numbers).Sample((x, weights, multipliers) =>
        {
            var (point, step) = (x[..Size], weights[^Size..]);
            (step[0], step[5]) = (0, 0);
            var (special, general) = (Special(point), General(point));

            Assert.Equal(general.Count, special.Count);
            AssertEqual(general.Count, (constraints, values) => constraints.Evaluate(point, values));
            AssertEqual(Size, (constraints, gradient) => constraints.AddGradient(weights.AsSpan(0, general.Count), gradient));
            AssertEqual(Size * Size, (constraints, matrix) =>
            {
                constraints.AddNewton(weights.AsSpan(0, general.Count), multipliers.AsSpan(0, general.Count), matrix);
                for (var row = 0; row < Size; row++)
                {
                    // Nobody reads what is above the diagonal.
                    matrix.AsSpan((row * Size) + row + 1, Size - row - 1).Clear();
                }
            });
            AssertEqual(general.Count, (constraints, slopes) => constraints.Along(step, slopes, new double[general.Count]));
            AssertEqual(general.Count, (constraints, bends) => constraints.Along(step, new double[general.Count], bends));

            void AssertEqual(int length, Action<InequalityConstraints, double[]> read)
            {
                var (expected, actual) = (new double[length], new double[length]);
                read(general, expected);
                read(special, actual);
                Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
            }
        }, iter: 200);

    private static TriangleConstraints Special(double[] point) => new(Others(), point[..^1], Pinned);

    private static QuadraticConstraints Others()
    {
        var others = new QuadraticConstraints(Size);
        others.Add([1, 3], [1, 2], 3);
        return others;
    }

    private static QuadraticConstraints General(double[] point)
    {
        var constraints = Others();
        foreach (var pinned in Pinned)
        {
            constraints.Pin(pinned, point[pinned]);
        }

        foreach (var (i, j, k) in TriangleAreas.All(2 * Points))
        {
            var sign = TriangleAreas.Of(point, i, j, k) > 0 ? 1 : -1;
            var curvature = new double[49];
            foreach (var (row, column, value) in (ReadOnlySpan<(int, int, int)>)[(0, 3, 1), (1, 2, -1), (2, 5, 1), (3, 4, -1), (4, 1, 1), (5, 0, -1)])
            {
                curvature[(row * 7) + column] = curvature[(column * 7) + row] = sign * value;
            }

            constraints.Add([i, i + 1, j, j + 1, k, k + 1, Size - 1], [0, 0, 0, 0, 0, 0, -1], 0, curvature);
        }

        return constraints;
    }
}
