using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>
/// An expression as a short program for a stack machine: ready at once, about four times slower per call than
/// <see cref="ExpressionCompiler"/>'s native code, which takes as long to make as some thousand calls. Same values, bit for bit.
/// Safe to share between threads.
/// </summary>
public sealed class Bytecode
{
    private const Operation Jump = (Operation)200;
    private const Operation JumpIfFalse = (Operation)201;

    private readonly ImmutableArray<Instruction> _code;
    private readonly int _depth;

    /// <summary>The program of an expression.</summary>
    /// <param name="expression">What to compute.</param>
    /// <param name="toolbox">Every function it calls.</param>
    /// <exception cref="ArgumentException">A function is missing.</exception>
    public Bytecode(Expression expression, IReadOnlyList<ToolboxFunction> toolbox)
    {
        List<Instruction> code = new(expression.Size + 8);
        Write(expression, toolbox, code);
        _code = [.. code];
        // No node holds back more than its earlier operands while the next is computed.
        _depth = (expression.Depth * (ExpressionEncoding.MaxArguments - 1)) + 1;
    }

    /// <summary>The expression's value; truths are 0 and 1.</summary>
    /// <param name="arguments">The inputs by number; truths as 0 and 1.</param>
    public double Run(ReadOnlySpan<double> arguments)
    {
        Span<double> stack = _depth <= 256 ? stackalloc double[256] : new double[_depth];
        var code = _code.AsSpan();
        var top = -1;
        for (var at = 0; at < code.Length; at++)
        {
            ref readonly var instruction = ref code[at];
            switch (instruction.Operation)
            {
                case Operation.Literal:
                    stack[++top] = instruction.Value;
                    break;
                case Operation.Parameter:
                    stack[++top] = arguments[instruction.Index];
                    break;
                case Operation.Call:
                    top -= instruction.Index - 1;
                    stack[top] = instruction.Function!(stack.Slice(top, instruction.Index)); // written beside every call
                    break;
                case Jump:
                    at = instruction.Index;
                    break;
                case JumpIfFalse:
                    at = stack[top--] == 0 ? instruction.Index : at;
                    break;
                default:
                    top = Step(instruction, stack, top);
                    break;
            }
        }

        return stack[0];
    }

    private static int Step(in Instruction instruction, Span<double> stack, int top)
    {
        if (instruction.Index == 2)
        {
            top--;
            stack[top] = Apply(instruction.Operation, stack[top], stack[top + 1]);
        }
        else
        {
            stack[top] = Operations.Apply(instruction.Operation, stack[top]);
        }

        return top;
    }

    // The commonest first; the rest through the table.
    private static double Apply(Operation operation, double first, double second) => operation switch
    {
        Operation.Add => first + second,
        Operation.Subtract => first - second,
        Operation.Multiply => first * second,
        Operation.Divide => first / second,
        Operation.Less => first < second ? 1 : 0,
        Operation.LessOrEqual => first <= second ? 1 : 0,
        Operation.Greater => first > second ? 1 : 0,
        Operation.GreaterOrEqual => first >= second ? 1 : 0,
        _ => Operations.Apply(operation, first, second),
    };

    private static void Write(Expression node, IReadOnlyList<ToolboxFunction> toolbox, List<Instruction> code)
    {
        if (node.Operation == Operation.Conditional)
        {
            WriteChoice(node, toolbox, code);
            return;
        }

        foreach (var operand in node.Operands)
        {
            Write(operand, toolbox, code);
        }

        code.Add(node.Operation switch
        {
            Operation.Literal => new(Operation.Literal, 0, node.Value),
            Operation.Parameter => new(Operation.Parameter, node.Index),
            Operation.Call => new(Operation.Call, node.Operands.Length) { Function = Find(node, toolbox) },
            _ => new(node.Operation, node.Operands.Length),
        });
    }

    // Jumps hold the place before their target: the loop's increment does the rest.
    private static void WriteChoice(Expression node, IReadOnlyList<ToolboxFunction> toolbox, List<Instruction> code)
    {
        Write(node.Operands[0], toolbox, code);
        var skip = code.Count;
        code.Add(default);
        Write(node.Operands[1], toolbox, code);
        var end = code.Count;
        code.Add(default);
        code[skip] = new(JumpIfFalse, end);
        Write(node.Operands[2], toolbox, code);
        code[end] = new(Jump, code.Count - 1);
    }

    private static SpanFunction Find(Expression node, IReadOnlyList<ToolboxFunction> toolbox) =>
        toolbox.FirstOrDefault(known => known.Function.Equals(node.Function))?.OverSpan
            ?? throw new ArgumentException($"'{node.Function?.Name}' is not in the toolbox.", nameof(toolbox));

    private readonly record struct Instruction(Operation Operation, int Index, double Value = 0)
    {
        public SpanFunction? Function { get; init; }
    }
}
