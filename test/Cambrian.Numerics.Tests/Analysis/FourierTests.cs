using Cambrian.Numerics.Analysis;
using CsCheck;

namespace Cambrian.Numerics.Tests.Analysis;

public sealed class FourierTests
{
    [Fact]
    public void A_wave_has_one_frequency()
    {
        double[] real = [.. Enumerable.Range(0, 16).Select(j => Math.Cos(2 * Math.PI * 3 * j / 16))];
        var imaginary = new double[16];

        Fourier.Transform(real, imaginary);

        Assert.All(Enumerable.Range(0, 16), k => Assert.Equal(k is 3 or 13 ? 8 : 0, real[k], 1e-14));
        Assert.All(imaginary, part => Assert.Equal(0, part, 1e-14));
    }

    [Fact]
    public void There_and_back_is_n_times_the_same() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int).Sample((power, seed) =>
        {
            var random = new Random(seed);
            var n = 1 << power;
            double[] start = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
            double[] real = [.. start], imaginary = [.. start];
            Fourier.Transform(real, imaginary);
            Fourier.Transform(real, imaginary, inverse: true);
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(start[j], real[j] / n, 1e-13));
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(start[j], imaginary[j] / n, 1e-13));
        }, iter: 30);

    [Fact]
    public void Other_lengths_are_refused() => Assert.Throws<ArgumentException>(() => Fourier.Transform(new double[12], new double[12]));
}
