using Cambrian.Numerics.Expressions;
using CsCheck;

namespace Cambrian.Numerics.Tests.Expressions;

public sealed class SimplifierTests
{
    private static readonly Expression X = Expression.Parameter(0);
    private static readonly Expression Y = Expression.Parameter(1);
    private static readonly Expression Below = Expression.Of(Operation.Less, X, Y);

    [Fact]
    public void The_value_stays_the_same_bit_for_bit() => Gen.Int.Sample(
        seed =>
        {
            var expression = Samples.Random(seed);
            var simple = expression.Simplify();
            Assert.True(simple.Size <= expression.Size);
            var random = new Random(seed);
            for (var i = 0; i < 20; i++)
            {
                var inputs = Samples.Inputs(random);
                var (expected, found) = (Samples.Evaluate(expression, inputs), Samples.Evaluate(simple, inputs));
                Assert.True(double.IsNaN(expected) ? double.IsNaN(found) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(found));
            }
        },
        iter: 2000);

    [Fact]
    public void Simplifying_twice_changes_nothing_more() => Gen.Int.Sample(
        seed =>
        {
            var once = Samples.Random(seed).Simplify(Algebra.Real);
            Assert.Equal(once, once.Simplify(Algebra.Real));
        },
        iter: 500);

    [Fact]
    public void Real_algebra_goes_further()
    {
        Assert.Equal(Expression.Number(0), Expression.Of(Operation.Subtract, X, X).Simplify(Algebra.Real));
        Assert.Equal(Expression.Of(Operation.Subtract, X, X), Expression.Of(Operation.Subtract, X, X).Simplify());
        Assert.Equal(X, Expression.Of(Operation.Add, X, Expression.Number(0)).Simplify(Algebra.Real));
    }

    [Fact]
    public void Branches_that_cannot_be_taken_go()
    {
        var nested = Expression.If(Below, Expression.If(Below, X, Y), Expression.Number(3));
        Assert.Equal(Expression.If(Below, X, Expression.Number(3)), nested.Simplify());
        Assert.Equal(X, Expression.If(Below, X, X).Simplify());
        Assert.Equal(Expression.If(Below, Y, X), Expression.If(Expression.Of(Operation.Not, Below), X, Y).Simplify());
    }

    [Fact]
    public void Constants_are_folded()
    {
        var sum = Expression.Of(Operation.Add, Expression.Number(2), Expression.Of(Operation.Sqrt, Expression.Number(9)));
        Assert.Equal(Expression.Number(5), sum.Simplify());
    }
}
