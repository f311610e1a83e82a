using System.Buffers.Binary;

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

    /// <summary>The first byte.</summary>
    internal const byte Version = 1;

    /// <summary>Marks a node whose value is a truth.</summary>
    internal const byte TruthFlag = 0x80;

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
        var reader = new ExpressionReader(bytes, parameters, toolbox);
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
}
