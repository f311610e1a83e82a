using System.Collections.Immutable;
using System.Text;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>
/// Prints a rule as the statements of a block: named locals for what is computed twice, an if for each choice that the whole
/// value hangs on, long lines broken at their loosest operator. One text for each canonical rule. Safe to share between threads.
/// </summary>
internal sealed class KernelPrinter(ImmutableArray<KernelSymbol> symbols, string tail, string indent)
{
    private const int Width = 110;
    private const int ShortChoice = 90;
    private readonly string _localName = FreeName(symbols);

    /// <summary>The statements, indented, without a line end after the last.</summary>
    public string Print(Expression rule)
    {
        var text = new StringBuilder();
        Dictionary<Expression, string> locals = [];
        foreach (var shared in SharedTerms.In(rule))
        {
            var layout = new Layout(symbols, locals);
            var type = shared.Kind == Kind.Truth ? "bool" : "double";
            var name = $"{_localName}{locals.Count + 1}";
            layout.Write(text, $"{indent}{type} {name} = ", shared, indent, Width);
            text.Append(";\n");
            locals.Add(shared, name);
        }

        PrintTail(text, rule, indent, new Layout(symbols, locals));
        return text.ToString(0, text.Length - 1);
    }

    private void PrintTail(StringBuilder text, Expression rule, string indentation, Layout layout)
    {
        if (tail != BlockText.Return || rule.Operation != Operation.Conditional || layout.Names(rule) || IsShort(rule, layout))
        {
            layout.Write(text, indentation + tail, rule, indentation, Width);
            text.Append(";\n");
            return;
        }

        layout.Write(text, indentation + "if (", rule.Operands[0], indentation, Width);
        text.Append($")\n{indentation}{{\n");
        PrintTail(text, rule.Operands[1], indentation + "    ", layout);
        text.Append($"{indentation}}}\n\n");
        PrintTail(text, rule.Operands[2], indentation, layout);
    }

    private static bool IsShort(Expression rule, Layout layout) =>
        rule.Operands.All(operand => !layout.HasChoice(operand)) && layout.Flat(rule).Text.Length <= ShortChoice;

    private static string FreeName(ImmutableArray<KernelSymbol> symbols)
    {
        var name = "t";
        while (symbols.Any(symbol => symbol.Name.StartsWith(name, StringComparison.Ordinal) && symbol.Name.AsSpan(name.Length) is { Length: > 0 } rest && !rest.ContainsAnyExceptInRange('0', '9')))
        {
            name += "t";
        }

        return name;
    }
}
