using Cambrian.Numerics.Expressions;
using CsCheck;

namespace Cambrian.Numerics.Tests.Expressions;

public sealed class ExpressionTreeTests
{
    [Fact]
    public void Nodes_are_numbered_as_they_are_listed() => Gen.Int.Sample(
        seed =>
        {
            var expression = Samples.Random(seed);
            Assert.Equal(expression.Size, expression.Nodes().Count());
            var number = 0;
            foreach (var node in expression.Nodes())
            {
                Assert.Same(node, expression.At(number));
                Assert.Equal(expression, expression.Replace(number++, node));
            }
        },
        iter: 200);

    [Fact]
    public void Equality_follows_the_structure() => Gen.Int.Sample(
        seed =>
        {
            var (one, same, other) = (Samples.Random(seed), Samples.Random(seed), Samples.Random(seed + 1));
            Assert.Equal(one, same);
            Assert.Equal(one.Hash, same.Hash);
            Assert.Equal(one.Equals(other), one.Hash == other.Hash);
        },
        iter: 500);

    [Fact]
    public void A_replacement_of_another_kind_is_refused()
    {
        var sum = Expression.Of(Operation.Add, Expression.Number(1), Expression.Number(2));
        Assert.Throws<ArgumentException>(() => sum.Replace(1, Expression.Truth(true)));
        Assert.Throws<ArgumentException>(() => sum.Replace(0, Expression.Truth(true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => sum.Replace(3, Expression.Number(1)));
    }

    [Fact]
    public void Definitions_take_the_place_of_parameters()
    {
        var (x, y) = (Expression.Parameter(0), Expression.Parameter(1));
        var sum = Expression.Of(Operation.Add, x, y);
        Assert.Equal(Expression.Of(Operation.Add, x, Expression.Number(2)), sum.Substitute([null, Expression.Number(2)]));
    }

    [Theory]
    [InlineData(123.456, 2, 120)]
    [InlineData(-0.00123456, 3, -0.00123)]
    [InlineData(99.96, 3, 100)]
    [InlineData(0, 3, 0)]
    [InlineData(double.PositiveInfinity, 3, double.PositiveInfinity)]
    public void Digits_round_to_significant_places(double value, int digits, double expected) => Assert.Equal(expected, Digits.Round(value, digits));
}
