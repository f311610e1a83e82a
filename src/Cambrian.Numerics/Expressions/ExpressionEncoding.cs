using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>
/// Expressions as bytes, for the way into a sandbox: nodes in prefix order, one byte each, a literal followed by its eight
/// bytes (truths: one), a parameter or function by its number. Equal expressions have equal bytes.
/// </summary>
public static class ExpressionEncoding
{
    /// <summary>Deepest expression that is read or written.</summary>
    public const int MaxDepth = 500;

    /// <summary>Largest expression that is read or written, in nodes.</summary>
    public const int MaxSize = 100_000;

    /// <summary>Most arguments of a toolbox function.</summary>
    public const int MaxArguments = 8;

    private const byte Version = 1;
    private const byte TruthFlag = 0x80;

    /// <summary>The bytes of an expression.</summary>
    /// <param name="expression">At most <see cref="MaxSize"/> nodes and <see cref="MaxDepth"/> deep.</param>
    /// <param name="toolbox">Every function it calls.</param>
    /// <exception cref="ArgumentException">Too large, or a call of a function outside the toolbox.</exception>
    public static byte[] Encode(Expression expression, IReadOnlyList<Function> toolbox)
    {
        if (expression.Size > MaxSize || expression.Depth > MaxDepth)
        {
            throw new ArgumentException($"The expression has {expression.Size} nodes and is {expression.Depth} deep; at most {MaxSize} and {MaxDepth} are encoded.", nameof(expression));
        }

        List<byte> bytes = new(expression.Size * 4) { Version };
        Write(expression, toolbox, bytes);
        return [.. bytes];
    }

    /// <summary>The expression of some bytes, from whatever source: anything malformed, badly typed or too large is refused.</summary>
    /// <param name="bytes">What <see cref="Encode"/> gave.</param>
    /// <param name="parameters">Kinds of the inputs.</param>
    /// <param name="toolbox">The same functions in the same order as when encoding.</param>
    /// <exception cref="FormatException">They are not an expression over these inputs and functions.</exception>
    public static Expression Decode(ReadOnlySpan<byte> bytes, IReadOnlyList<Kind> parameters, IReadOnlyList<Function> toolbox)
    {
        var reader = new Reader(bytes, parameters, toolbox);
        return reader.ReadAll();
    }

    private static void Write(Expression node, IReadOnlyList<Function> toolbox, List<byte> bytes)
    {
        bytes.Add((byte)((byte)node.Operation | (node.Kind == Kind.Truth ? TruthFlag : 0)));
        switch (node.Operation)
        {
            case Operation.Literal when node.Kind == Kind.Truth:
                bytes.Add((byte)node.Value);
                break;
            case Operation.Literal:
                Span<byte> value = stackalloc byte[sizeof(double)];
                BinaryPrimitives.WriteDoubleLittleEndian(value, node.Value);
                bytes.AddRange(value);
                break;
            case Operation.Parameter:
                WriteIndex(node.Index, bytes);
                break;
            case Operation.Call:
                WriteIndex(IndexOf(node.Function!, toolbox), bytes); // a call always has its function
                break;
        }

        foreach (var operand in node.Operands)
        {
            Write(operand, toolbox, bytes);
        }
    }

    private static int IndexOf(Function function, IReadOnlyList<Function> toolbox)
    {
        for (var i = 0; i < toolbox.Count; i++)
        {
            if (toolbox[i].Equals(function))
            {
                return i;
            }
        }

        throw new ArgumentException($"'{function.Name}' is not in the toolbox ({string.Join(", ", toolbox.Select(known => known.Name))}).", nameof(toolbox));
    }

    private static void WriteIndex(int index, List<byte> bytes)
    {
        if (index > ushort.MaxValue)
        {
            throw new ArgumentException($"Number {index} is beyond the {ushort.MaxValue} that can be encoded.", nameof(index));
        }

        bytes.Add((byte)index);
        bytes.Add((byte)(index >> 8));
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes, IReadOnlyList<Kind> parameters, IReadOnlyList<Function> toolbox)
    {
        private ReadOnlySpan<byte> _rest = bytes;
        private int _nodes;

        public Expression ReadAll()
        {
            if (Take(1)[0] is var version && version != Version)
            {
                throw new FormatException($"Encoding version {version}; this program reads version {Version}.");
            }

            var expression = Read(0);
            return _rest.IsEmpty ? expression : throw new FormatException($"{_rest.Length} bytes follow the expression.");
        }

        private Expression Read(int depth)
        {
            if (depth > MaxDepth || ++_nodes > MaxSize)
            {
                throw new FormatException($"More than {MaxSize} nodes or deeper than {MaxDepth}.");
            }

            var head = Take(1)[0];
            var kind = (head & TruthFlag) == 0 ? Kind.Number : Kind.Truth;
            var operation = (Operation)(head & ~TruthFlag);
            var node = operation switch
            {
                Operation.Literal => ReadLiteral(kind),
                Operation.Parameter => ReadParameter(),
                Operation.Call => ReadCall(depth),
                Operation.Conditional => ReadConditional(depth),
                _ when Operations.Fixed.Contains(operation) => Expression.Of(operation, ReadOperands(Operations.OperandsOf(operation), depth)),
                _ => throw new FormatException($"{(int)operation} is no operation."),
            };
            return node.Kind == kind ? node : throw new FormatException($"{operation} gives {node.Kind}, but {kind} is written.");
        }

        private Expression ReadLiteral(Kind kind)
        {
            if (kind == Kind.Number)
            {
                return Expression.Number(BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))));
            }

            var value = Take(1)[0];
            return value <= 1 ? Expression.Truth(value == 1) : throw new FormatException($"{value} is no truth.");
        }

        private Expression ReadParameter()
        {
            var index = ReadIndex(parameters.Count);
            return Expression.Parameter(index, parameters[index]);
        }

        private Expression ReadCall(int depth)
        {
            var function = toolbox[ReadIndex(toolbox.Count)];
            return Expression.Call(function, ReadOperands(function.Parameters, depth));
        }

        private Expression ReadConditional(int depth)
        {
            var condition = ReadOperand(Kind.Truth, depth);
            var whenTrue = Read(depth + 1);
            return Expression.If(condition, whenTrue, ReadOperand(whenTrue.Kind, depth));
        }

        private ImmutableArray<Expression> ReadOperands(ImmutableArray<Kind> kinds, int depth)
        {
            var operands = ImmutableArray.CreateBuilder<Expression>(kinds.Length);
            foreach (var kind in kinds)
            {
                operands.Add(ReadOperand(kind, depth));
            }

            return operands.MoveToImmutable();
        }

        private Expression ReadOperand(Kind kind, int depth)
        {
            var operand = Read(depth + 1);
            return operand.Kind == kind ? operand : throw new FormatException($"Expected a {kind} operand, found {operand.Operation}.");
        }

        private int ReadIndex(int count)
        {
            var index = BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));
            return index < count ? index : throw new FormatException($"Number {index} of {count}.");
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (_rest.Length < count)
            {
                throw new FormatException("The bytes end inside the expression.");
            }

            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
