using Cambrian.Numerics.Expressions;
using CsCheck;

namespace Cambrian.Numerics.Tests.Expressions;

public sealed class EvaluationTests
{
    private delegate double OfThree(double a, double b, double c, bool d);

    private delegate bool TruthOfThree(double a, double b, double c, bool d);

    private delegate int Rounded(int a, double b);

    [Fact]
    public void Native_code_and_bytecode_give_the_value_of_the_tree_bit_for_bit() => Gen.Int.Sample(
        seed =>
        {
            var expression = Samples.Random(seed);
            var native = ExpressionCompiler.Compile<OfThree>(expression, Samples.Toolbox);
            var bytecode = new Bytecode(expression, Samples.Toolbox);
            var random = new Random(seed);
            for (var i = 0; i < 20; i++)
            {
                var inputs = Samples.Inputs(random);
                var expected = Samples.Evaluate(expression, inputs);
                Assert.Equal(expected, native(inputs[0], inputs[1], inputs[2], inputs[3] != 0));
                Assert.Equal(expected, bytecode.Run(inputs));
            }
        },
        iter: 500);

    [Fact]
    public void Truths_are_computed_alike_by_all() => Gen.Int.Sample(
        seed =>
        {
            var expression = Samples.Random(seed, Kind.Truth);
            var native = ExpressionCompiler.Compile<TruthOfThree>(expression, Samples.Toolbox);
            var bytecode = new Bytecode(expression, Samples.Toolbox);
            var random = new Random(seed);
            for (var i = 0; i < 20; i++)
            {
                var inputs = Samples.Inputs(random);
                var expected = Samples.Evaluate(expression, inputs) != 0;
                Assert.Equal(expected, native(inputs[0], inputs[1], inputs[2], inputs[3] != 0));
                Assert.Equal(expected, bytecode.Run(inputs) != 0);
            }
        },
        iter: 300);

    [Fact]
    public void An_int_goes_in_as_a_number_and_comes_out_by_the_cast()
    {
        var expression = Expression.Of(Operation.Multiply, Expression.Parameter(0), Expression.Parameter(1));
        var compiled = ExpressionCompiler.Compile<Rounded>(expression, []);
        Assert.Equal(7, compiled(3, 2.5));
        Assert.Equal(int.MaxValue, compiled(int.MaxValue, 3));
        Assert.Equal(0, compiled(1, double.NaN));
    }

    [Fact]
    public void A_delegate_of_other_types_is_refused_with_what_was_expected()
    {
        var number = Expression.Parameter(0);
        Assert.Contains("Number", Assert.Throws<ArgumentException>(() => ExpressionCompiler.Compile<Func<double, bool>>(number, [])).Message, StringComparison.Ordinal);
        Assert.Contains("parameter 0", Assert.Throws<ArgumentException>(() => ExpressionCompiler.Compile<Func<bool, double>>(number, [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ExpressionCompiler.Compile<Func<string, double>>(number, []));
    }

    [Fact]
    public void A_call_outside_the_toolbox_is_refused()
    {
        var call = Expression.Call(new Function("Toolbox.Missing", Kind.Number, []), []);
        Assert.Contains("Toolbox.Missing", Assert.Throws<ArgumentException>(() => ExpressionCompiler.Compile<Func<double>>(call, [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Bytecode(call, []));
    }
}
