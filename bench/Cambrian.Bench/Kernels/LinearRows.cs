using System.Numerics;
using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.LinearProgramming;
using Cambrian.Numerics.Optimisation;
using MathNet.Numerics.IntegralTransforms;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNetFourier = MathNet.Numerics.IntegralTransforms.Fourier;

namespace Cambrian.Bench.Kernels;

/// <summary>Factors, convolutions, linear and integer programmes.</summary>
internal static class LinearRows
{
    /// <summary>Small and large ones.</summary>
    public static IEnumerable<KernelRow> All() => [Factor(20), Factor(100), Factor(400), Convolve(1_000), Convolve(30_000), Programme(30), Programme(100), Programme(200), Choices(20, 5), Choices(35, 5), Choices(50, 5)];

    private static Work Plenty => new(long.MaxValue);

    private static KernelRow Factor(int n)
    {
        var random = new Random(n);
        var half = Draw(random, n * n);
        var (matrix, right) = (new double[n * n], Draw(random, n));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = Enumerable.Range(0, n).Sum(k => half[(i * n) + k] * half[(j * n) + k]) + (i == j ? 1 : 0);
            }
        }

        var (factor, x) = (new double[n * n], new double[n]);
        var dense = DenseMatrix.Build.DenseOfRowMajor(n, n, matrix);
        var vector = DenseVector.OfArray(right);
        return new KernelRow("Cholesky, one right side", $"{n} × {n}", new Dictionary<string, object> { ["kind"] = "cholesky", ["n"] = n, ["matrix"] = matrix, ["right"] = right }, () =>
        {
            matrix.CopyTo(factor, 0);
            right.CopyTo(x, 0);
            Cholesky.TryFactor(factor, n);
            Cholesky.Solve(factor, n, x);
            return new KernelAnswer(x.Sum());
        })
        {
            MathNet = () => new KernelAnswer(dense.Cholesky().Solve(vector).Sum()),
        };
    }

    private static KernelRow Convolve(int n)
    {
        var random = new Random(n);
        var (a, b) = (Draw(random, n), Draw(random, n));
        return new KernelRow("convolution by FFT", $"{n:N0} × {n:N0}", new Dictionary<string, object> { ["kind"] = "convolution", ["a"] = a, ["b"] = b }, () => new KernelAnswer(SquareSum(Convolution.Product(a, b))))
        {
            MathNet = () =>
            {
                var length = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * n) - 1);
                var (first, second) = (Padded(a, length), Padded(b, length));
                MathNetFourier.Forward(first, FourierOptions.AsymmetricScaling);
                MathNetFourier.Forward(second, FourierOptions.AsymmetricScaling);
                for (var k = 0; k < length; k++)
                {
                    first[k] *= second[k];
                }

                MathNetFourier.Inverse(first, FourierOptions.AsymmetricScaling);
                return new KernelAnswer(SquareSum([.. first.Take((2 * n) - 1).Select(value => value.Real)]));
            },
        };
    }

    // Packing: all coefficients positive, so that it is bounded and feasible; some of them zero.
    private static KernelRow Programme(int n)
    {
        var random = new Random(n);
        double[] rows = [.. Draw(random, n * n).Select(value => value < 0.3 ? 0 : value)];
        var (objective, limits) = (Draw(random, n), Draw(random, n));
        var programme = new LinearProgramme(objective, rows, [.. limits.Select(limit => 10 + limit)]);
        return new KernelRow(
            "simplex",
            $"{n} × {n}, dense",
            new Dictionary<string, object> { ["kind"] = "linear", ["objective"] = objective, ["rows"] = rows, ["limits"] = programme.RowUpper },
            () => new KernelAnswer(Simplex.Maximise(programme, Plenty).Value));
    }

    // Chu and Beasley 1998: weights up to 1,000, half of each sum fits, profits that go with the weights.
    private static KernelRow Choices(int n, int m)
    {
        var random = new Random(n);
        double[] rows = [.. Enumerable.Range(0, n * m).Select(_ => (double)random.Next(1, 1001))];
        double[] limits = [.. Enumerable.Range(0, m).Select(i => Math.Floor(0.5 * rows.Skip(i * n).Take(n).Sum()))];
        double[] objective = [.. Enumerable.Range(0, n).Select(j => Math.Floor((Enumerable.Range(0, m).Sum(i => rows[(i * n) + j]) / m) + (500 * random.NextDouble())))];
        return new KernelRow(
            "branch and bound",
            $"{n} choices, {m} limits",
            new Dictionary<string, object> { ["kind"] = "integer", ["objective"] = objective, ["rows"] = rows, ["limits"] = limits },
            () => new KernelAnswer(BranchAndBound.Maximise(objective, rows, limits, 1, Plenty).Zip(objective, (x, profit) => x * profit).Sum()));
    }

    private static Complex[] Padded(double[] values, int length) => [.. values.Select(value => new Complex(value, 0)), .. new Complex[length - values.Length]];

    private static double SquareSum(double[] values) => values.Sum(value => value * value);

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
}
