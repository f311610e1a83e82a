using System.Collections.Immutable;
using System.Text;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>Prints expressions, flat where they fit and broken at the loosest operator where they do not.</summary>
internal sealed class Layout(ImmutableArray<KernelSymbol> symbols, IReadOnlyDictionary<Expression, string> locals)
{
    private const string Step = "    ";

    /// <summary>Whether the expression has a local of its own.</summary>
    public bool Names(Expression node) => locals.ContainsKey(node);

    /// <summary>Whether a choice is to be seen in the expression.</summary>
    public bool HasChoice(Expression node) => !Names(node) && (node.Operation == Operation.Conditional || node.Operands.Any(HasChoice));

    /// <summary>Writes an expression after a given beginning of a line.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="start">The line so far.</param>
    /// <param name="node">What.</param>
    /// <param name="indentation">Of the statement.</param>
    /// <param name="width">Longest line wanted.</param>
    public void Write(StringBuilder text, string start, Expression node, string indentation, int width)
    {
        text.Append(start);
        var flat = Flat(node);
        if (start.Length + flat.Text.Length < width)
        {
            text.Append(flat.Text);
            return;
        }

        Broken(text, node, indentation + Step, width);
    }

    /// <summary>The expression on one line.</summary>
    public Fragment Flat(Expression node)
    {
        if (locals.TryGetValue(node, out var name))
        {
            return new(name, Notation.Atom);
        }

        return node.Operation switch
        {
            Operation.Literal when node.Kind == Kind.Truth => new(node.Value != 0 ? "true" : "false", Notation.Atom),
            Operation.Literal => Notation.Number(node.Value),
            Operation.Parameter => new(symbols[node.Index].Name, Notation.Atom, symbols[node.Index].Type == KernelType.Int),
            Operation.Conditional => Choice(node),
            Operation.Negate or Operation.Not or Operation.ToInt32 => Prefix(node),
            _ when Notation.Infix(node.Operation) is { } infix => Infix(node, infix.Symbol, infix.Precedence),
            _ => new($"{Callee(node)}({string.Join(", ", node.Operands.Select(operand => AsArgument(node, Flat(operand))))})", Notation.Atom),
        };
    }

    private static string Callee(Expression node) => node.Function?.Name ?? $"Math.{node.Operation}";

    // Math has overloads for ints, which would overflow or not compile.
    private static string AsArgument(Expression node, Fragment argument) =>
        argument.IsInt && node.Operation != Operation.Call ? AsDouble(argument).Text : argument.Text;

    private Fragment Choice(Expression node)
    {
        var (condition, whenTrue, whenFalse) = (Flat(node.Operands[0]), Flat(node.Operands[1]), Flat(node.Operands[2]));
        return new($"{Atleast(condition, 1)} ? {Atleast(whenTrue, 1)} : {Atleast(whenFalse, 1)}", Notation.Choice, whenTrue.IsInt && whenFalse.IsInt);
    }

    private Fragment Prefix(Expression node)
    {
        var operand = Flat(node.Operands[0]);
        return node.Operation switch
        {
            Operation.ToInt32 => new($"(int){Atleast(operand, Notation.Atom)}", Notation.Unary, IsInt: true),
            Operation.Not => new($"!{Atleast(operand, Notation.Atom)}", Notation.Unary),
            _ => new($"-{Atleast(operand.IsInt ? AsDouble(operand) : operand, Notation.Atom)}", Notation.Unary),
        };
    }

    private Fragment Infix(Expression node, string symbol, int precedence)
    {
        var (left, right) = (Flat(node.Operands[0]), Flat(node.Operands[1]));
        left = IntsWouldMeet(node, left, right) ? AsDouble(left) : left;
        return new($"{Atleast(left, LeftLimit(node.Operation, precedence))} {symbol} {Atleast(right, RightLimit(node.Operation, precedence))}", precedence);
    }

    private static bool IntsWouldMeet(Expression node, Fragment left, Fragment right) => left.IsInt && right.IsInt && node.Operation < Operation.Less;

    private static Fragment AsDouble(Fragment value) => new($"(double){Atleast(value, Notation.Unary)}", Notation.Unary);

    // Readers should not need to know how && and || bind.
    private static int LeftLimit(Operation operation, int precedence) => operation is Operation.Or ? 3 : precedence;

    private static int RightLimit(Operation operation, int precedence) => operation is Operation.Or ? 3 : precedence + 1;

    private static string Atleast(Fragment value, int precedence) => value.Precedence >= precedence ? value.Text : $"({value.Text})";

    private void Broken(StringBuilder text, Expression node, string indentation, int width)
    {
        if (node.Operation == Operation.Conditional)
        {
            Part(text, node.Operands[0], 1, indentation, width);
            text.Append($"\n{indentation}? ");
            Part(text, node.Operands[1], 1, indentation, width);
            text.Append($"\n{indentation}: ");
            Part(text, node.Operands[2], 1, indentation, width);
        }
        else if (Notation.Infix(node.Operation) is { } infix)
        {
            BrokenInfix(text, node, infix.Symbol, infix.Precedence, indentation, width);
        }
        else if (node.Operation is Operation.Negate or Operation.Not or Operation.ToInt32)
        {
            BrokenPrefix(text, node, indentation, width);
        }
        else if (!node.Operands.IsEmpty)
        {
            BrokenCall(text, node, indentation, width);
        }
        else
        {
            text.Append(Flat(node).Text);
        }
    }

    private void BrokenPrefix(StringBuilder text, Expression node, string indentation, int width)
    {
        var cast = node.Operation == Operation.Negate && Flat(node.Operands[0]).IsInt;
        text.Append(node.Operation switch { Operation.ToInt32 => "(int)", Operation.Not => "!", _ => cast ? "-((double)" : "-" });
        Part(text, node.Operands[0], cast ? Notation.Unary : Notation.Atom, indentation, width);
        text.Append(cast ? ")" : "");
    }

    private void BrokenInfix(StringBuilder text, Expression node, string symbol, int precedence, string indentation, int width)
    {
        var cast = IntsWouldMeet(node, Flat(node.Operands[0]), Flat(node.Operands[1]));
        text.Append(cast ? "(double)" : "");
        Part(text, node.Operands[0], cast ? Notation.Unary : LeftLimit(node.Operation, precedence), indentation, width);
        text.Append($"\n{indentation}{symbol} ");
        Part(text, node.Operands[1], RightLimit(node.Operation, precedence), indentation, width);
    }

    private void BrokenCall(StringBuilder text, Expression node, string indentation, int width)
    {
        text.Append($"{Callee(node)}(");
        for (var i = 0; i < node.Operands.Length; i++)
        {
            text.Append($"{(i == 0 ? "" : ",")}\n{indentation}");
            var cast = node.Operation != Operation.Call && Flat(node.Operands[i]).IsInt;
            text.Append(cast ? "(double)" : "");
            Part(text, node.Operands[i], cast ? Notation.Unary : Notation.Choice, indentation, width);
        }

        text.Append(')');
    }

    private void Part(StringBuilder text, Expression node, int precedence, string indentation, int width)
    {
        var flat = Flat(node);
        if (indentation.Length + flat.Text.Length + 4 < width || node.Operands.IsEmpty)
        {
            text.Append(Atleast(flat, precedence));
        }
        else if (flat.Precedence >= precedence)
        {
            Broken(text, node, flat.Precedence == precedence ? indentation : indentation + Step, width);
        }
        else
        {
            text.Append('(');
            Broken(text, node, indentation + Step, width);
            text.Append(')');
        }
    }
}
