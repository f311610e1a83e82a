using System.Numerics;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Bench.Candidates;

/// <summary>
/// The third way to evaluate an expression, measured here to justify the choice between the other two: node by node over
/// whole columns of inputs, arithmetic in vectors, both sides of every choice.
/// </summary>
public static class Columns
{
    /// <summary>The expression's value in every row; truths are 0 and 1.</summary>
    public static double[] Evaluate(Expression node, IReadOnlyList<double[]> inputs)
    {
        if (node.Operation == Operation.Parameter)
        {
            return inputs[node.Index];
        }

        var result = new double[inputs[0].Length];
        if (node.Operation == Operation.Literal)
        {
            Array.Fill(result, node.Value);
            return result;
        }

        double[][] operands = [.. node.Operands.Select(operand => Evaluate(operand, inputs))];
        if (Vectorised(node.Operation) is { } apply)
        {
            Run(apply, operands, result);
        }
        else
        {
            RunRows(node.Operation, operands, result);
        }

        return result;
    }

    private static Func<Vector<double>, Vector<double>, Vector<double>>? Vectorised(Operation operation) => operation switch
    {
        Operation.Add => static (first, second) => first + second,
        Operation.Subtract => static (first, second) => first - second,
        Operation.Multiply => static (first, second) => first * second,
        Operation.Divide => static (first, second) => first / second,
        _ => null,
    };

    private static void Run(Func<Vector<double>, Vector<double>, Vector<double>> apply, double[][] operands, double[] result)
    {
        var row = 0;
        for (; row <= result.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            apply(new Vector<double>(operands[0], row), new Vector<double>(operands[1], row)).CopyTo(result, row);
        }

        for (; row < result.Length; row++)
        {
            result[row] = apply(new Vector<double>(operands[0][row]), new Vector<double>(operands[1][row]))[0];
        }
    }

    private static void RunRows(Operation operation, double[][] operands, double[] result)
    {
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = operation == Operation.Conditional ? (operands[0][row] != 0 ? operands[1][row] : operands[2][row])
                : operands.Length == 1 ? Operations.Apply(operation, operands[0][row])
                : Operations.Apply(operation, operands[0][row], operands[1][row]);
        }
    }
}
