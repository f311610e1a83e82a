using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class DigitSetsTests
{
    [Fact]
    public void The_best_interval_of_digits_has_the_published_constant() =>
        // Zheng 2025, arXiv 2506.01896: 1.173077 in the limit of endless depth.
        Assert.Equal(1.173077, Enumerable.Range(1, 20).Max(largest => DigitSets.Limit(DigitSets.Interval(4096, largest))), 1e-6);

    [Fact]
    public void Toggling_digits_of_base_33_finds_the_alphabet_of_the_record() =>
        // Constant 3a of teorth/optimizationproblems: the limit of the base-33 digits of 2026 is 1.18552.
        Assert.Equal(1.18552, DigitSets.Limit(DigitSets.Climb(DigitSets.Scatter(4096, 16, 0.5, 1), 1, 1, new Work(200_000_000))), 1e-5);

    [Fact]
    public void A_semigroup_has_the_sums_of_its_generators() => Assert.Equal([0, 4, 6, 8, 9, 10], DigitSets.Semigroup(5, 10, 4, 6, 9)[2..]);

    [Fact]
    public void A_digit_is_toggled_in_and_out()
    {
        var set = DigitSets.Interval(5, 4);
        Assert.Equal(set, DigitSets.Toggle(DigitSets.Toggle(set, 3), 3));
        Assert.Equal([0, 1, 2, 4], DigitSets.Toggle(set, 3)[2..]);
    }

    [Fact]
    public void Any_array_becomes_a_set() =>
        Gen.Select(Gen.Int.Array[0, 12], Gen.Int, Gen.Int).Sample((numbers, number, seed) =>
        {
            int[][] made =
            [
                DigitSets.Toggle(numbers, number), DigitSets.Deepen(numbers, number), DigitSets.Interval(number, seed), DigitSets.Scatter(number, seed, 0.5, seed),
                DigitSets.Semigroup(number, seed, number, seed, 3), DigitSets.Climb(numbers, 1, seed, new Work(1_000)),
            ];
            Assert.All(made, set =>
            {
                Assert.InRange(-set[0], 1, DigitSets.MostDepth);
                Assert.Equal(0, set[2]);
                Assert.InRange(set[1], set[^1], long.MaxValue);
                Assert.Equal(set[2..].Order().Distinct(), set[2..]);
            });
        }, iter: 200);
}
