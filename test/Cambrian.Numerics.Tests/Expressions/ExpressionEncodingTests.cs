using Cambrian.Numerics.Expressions;
using CsCheck;

namespace Cambrian.Numerics.Tests.Expressions;

public sealed class ExpressionEncodingTests
{
    [Fact]
    public void What_is_written_is_read_back() => Gen.Int.Sample(
        seed =>
        {
            var expression = Samples.Random(seed, depth: 8);
            Assert.Equal(expression, ExpressionEncoding.Decode(ExpressionEncoding.Encode(expression, Samples.Functions), Samples.Kinds, Samples.Functions));
        },
        iter: 1000);

    [Fact]
    public void Any_other_bytes_are_refused_or_give_an_expression_that_runs() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var bytes = ExpressionEncoding.Encode(Samples.Random(seed), Samples.Functions);
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = bytes[..random.Next(bytes.Length + 1)];
            if (TryDecode(bytes) is { } expression)
            {
                _ = new Bytecode(expression, Samples.Toolbox).Run(Samples.Inputs(random));
            }
        },
        iter: 5000);

    [Fact]
    public void Endless_depth_is_refused()
    {
        byte[] bytes = [1, .. Enumerable.Repeat((byte)Operation.Negate, 1_000_000)];
        Assert.Throws<FormatException>(() => ExpressionEncoding.Decode(bytes, [], []));
        var deep = Enumerable.Range(0, ExpressionEncoding.MaxDepth + 1).Aggregate(Expression.Number(1), (inner, _) => Expression.Of(Operation.Negate, inner));
        Assert.Throws<ArgumentException>(() => ExpressionEncoding.Encode(deep, []));
    }

    private static Expression? TryDecode(byte[] bytes)
    {
        try
        {
            return ExpressionEncoding.Decode(bytes, Samples.Kinds, Samples.Functions);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
