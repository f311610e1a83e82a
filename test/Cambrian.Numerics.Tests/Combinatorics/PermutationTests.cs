using Cambrian.Numerics.Combinatorics;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class PermutationTests
{
    private static readonly Gen<int[]> Permutations = Gen.Shuffle(Enumerable.Range(0, 9).ToArray());

    [Fact]
    public void The_order_is_the_first_power_that_moves_nothing() =>
        Permutations.Sample(permutation =>
        {
            var order = Permutation.Order(permutation);

            Assert.Equal(Enumerable.Range(0, 9), Permutation.Power(permutation, order));
            Assert.All(Enumerable.Range(1, (int)order - 1), exponent => Assert.NotEqual(Enumerable.Range(0, 9), Permutation.Power(permutation, exponent)));
        });

    [Fact]
    public void A_power_takes_each_number_so_many_steps_on() =>
        Gen.Select(Permutations, Gen.Int[0, 40]).Sample((permutation, exponent) =>
        {
            var power = Permutation.Power(permutation, exponent);
            Assert.All(Enumerable.Range(0, 9), start => Assert.Equal(Enumerable.Range(0, exponent).Aggregate(start, (at, _) => permutation[at]), power[start]));
        });

    [Fact]
    public void A_random_power_moves_something_unless_nothing_is_moved() =>
        Gen.Select(Permutations, Gen.Int).Sample((permutation, seed) =>
        {
            var (order, power) = (Permutation.Order(permutation), Permutation.RandomPower(permutation, new Random(seed)));

            Assert.Equal(0, order % Permutation.Order(power));
            Assert.Equal(order == 1, Permutation.Order(power) == 1);
        });
}
