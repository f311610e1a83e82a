using System.Globalization;
using Cambrian.Core;
using Cambrian.CSharp.Text;
using CsCheck;

namespace Cambrian.CSharp.Tests.Text;

public sealed class NumbersTests
{
    [Fact]
    public void Whole_numbers_stay_whole_and_not_negative() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int).Sample(
            (value, seed) => Mutate(value.ToString(CultureInfo.InvariantCulture), seed) is { } mutated && long.TryParse(mutated, NumberStyles.None, CultureInfo.InvariantCulture, out var changed) && changed != value,
            threads: 1);

    [Fact]
    public void A_whole_number_may_leap_to_one_decades_away()
    {
        var found = Enumerable.Range(0, 400).Select(seed => Mutate("0", seed)).Select(text => int.Parse(text!, CultureInfo.InvariantCulture)).ToList();

        Assert.Contains(found, number => number >= 20);
        Assert.Contains(found, number => number == 1);
    }

    [Fact]
    public void Real_numbers_keep_a_point_or_an_exponent_and_stay_finite() =>
        Gen.Select(Gen.Double[1e-12, 1e12], Gen.Int).Sample(
            (value, seed) => Mutate(Numbers.Spell(value), seed) is not { } mutated
                || (mutated.AsSpan().IndexOfAny('.', 'e') > 0 && double.IsFinite(double.Parse(mutated, CultureInfo.InvariantCulture)) && mutated != Numbers.Spell(value)),
            threads: 1);

    [Theory]
    [InlineData("1.5f", "f")]
    [InlineData("10_000u64", "u64")]
    [InlineData("2.5_f64", "f64")]
    [InlineData("3L", "L")]
    [InlineData("1e-3", "")]
    public void Suffixes_stay(string literal, string suffix)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            if (Mutate(literal, seed) is { } mutated)
            {
                Assert.EndsWith(suffix, mutated, StringComparison.Ordinal);
                Assert.NotEqual(literal, mutated);
            }
        }
    }

    [Theory]
    [InlineData("0xFF")]
    [InlineData("0b101")]
    [InlineData("x2")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void What_is_no_decimal_amount_is_left_alone(string literal) => Assert.Null(Mutate(literal, 1));

    [Fact]
    public void A_small_spread_makes_small_changes()
    {
        var changes = Enumerable.Range(0, 200).Select(seed => Numbers.Mutate("100.0", Randomness.From(seed), 0.01)).OfType<string>().Select(text => Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - 100)).Order().ToArray();

        Assert.InRange(changes[changes.Length / 2], 0.3, 1.5);
    }

    private static string? Mutate(string literal, int seed) => Numbers.Mutate(literal, Randomness.From(seed));
}
