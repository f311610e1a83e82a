using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>Reads what <see cref="ExpressionEncoding"/> writes, and refuses everything else.</summary>
internal ref struct ExpressionReader(ReadOnlySpan<byte> bytes, IReadOnlyList<Kind> parameters, IReadOnlyList<Function> toolbox)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private int _nodes;

    public Expression ReadAll()
    {
        if (Take(1)[0] is var version && version != ExpressionEncoding.Version)
        {
            throw new FormatException($"Encoding version {version}; this program reads version {ExpressionEncoding.Version}.");
        }

        var expression = Read(0);
        return _rest.IsEmpty ? expression : throw new FormatException($"{_rest.Length} bytes follow the expression.");
    }

    private Expression Read(int depth)
    {
        if (depth > ExpressionEncoding.MaxDepth || ++_nodes > ExpressionEncoding.MaxSize)
        {
            throw new FormatException($"More than {ExpressionEncoding.MaxSize} nodes or deeper than {ExpressionEncoding.MaxDepth}.");
        }

        var head = Take(1)[0];
        var kind = (head & ExpressionEncoding.TruthFlag) == 0 ? Kind.Number : Kind.Truth;
        var operation = (Operation)(head & ~ExpressionEncoding.TruthFlag);
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
