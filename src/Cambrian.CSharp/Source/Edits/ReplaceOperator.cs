using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Puts another operator of the same class in place of one: arithmetic, comparison, logic, bits, compound assignment, rounding.</summary>
internal sealed class ReplaceOperator : ISourceEdit
{
    private static readonly string[] Arithmetic = ["+", "-", "*", "/"];
    private static readonly string[] Comparison = ["<", "<=", ">", ">=", "==", "!="];

    // Whole numbers: a new division could divide by zero.
    private static readonly FrozenDictionary<string, string[]> Classes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["+"] = ["-", "*"],
        ["-"] = ["+", "*"],
        ["*"] = ["+", "-"],
        ["/"] = ["*", "-", "+", "%"],
        ["%"] = ["/", "-", "+"],
        ["<"] = ["<=", ">", ">=", "==", "!="],
        ["<="] = ["<", ">", ">=", "==", "!="],
        [">"] = ["<", "<=", ">=", "==", "!="],
        [">="] = ["<", "<=", ">", "==", "!="],
        ["=="] = ["!=", "<=", ">="],
        ["!="] = ["==", "<", ">"],
        ["&&"] = ["||"],
        ["||"] = ["&&"],
        ["&"] = ["|", "^"],
        ["|"] = ["&", "^"],
        ["^"] = ["&", "|"],
        ["<<"] = [">>"],
        [">>"] = ["<<"],
        ["+="] = ["-=", "*="],
        ["-="] = ["+="],
        ["*="] = ["+=", "-="],
        ["/="] = ["*=", "-="],
        ["Min"] = ["Max"],
        ["Max"] = ["Min"],
        ["Floor"] = ["Ceiling", "Round"],
        ["Ceiling"] = ["Floor", "Round"],
        ["Round"] = ["Floor", "Ceiling"],
        ["Sqrt"] = ["Abs", "Cbrt"],
        ["Exp"] = ["Abs", "Tanh"],
        ["Log"] = ["Abs", "Sqrt"],
        ["Sin"] = ["Cos", "Tanh"],
        ["Cos"] = ["Sin", "Tanh"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "replace-operator";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        var places = program.Files.SelectMany(file => file.Blocks, (file, block) => file.Root.DescendantNodes(block).Where(node => block.Contains(node.Span)))
            .SelectMany(nodes => nodes.OfType<ExpressionSyntax>())
            .Where(node => node is BinaryExpressionSyntax or AssignmentExpressionSyntax || IsMathCall(node))
            .ToArray();
        return random.Any(places) switch
        {
            BinaryExpressionSyntax binary => Binary(program, binary, random),
            AssignmentExpressionSyntax assignment => Assignment(program, assignment, random),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Pick(access.Name.Identifier.ValueText, random) is { } name ? [SourceChange.Replace(access.Name, name)] : null,
            _ => null,
        };
    }

    private static SourceChange[]? Binary(SourceProgram program, BinaryExpressionSyntax node, Random random)
    {
        var model = program.FileOf(node).Model;
        var (left, right) = (model.GetTypeInfo(node.Left).Type, model.GetTypeInfo(node.Right).Type);
        if (Replacement(node, left, right, random) is not { } replacement || IsImpossible(model, node, replacement))
        {
            return null;
        }

        var text = $"{Phrase.Of(node.Left).Operand} {replacement} {Phrase.Of(node.Right).Operand}";
        return [Phrase.Compound(text).InPlaceOf(node)];
    }

    private static string? Replacement(BinaryExpressionSyntax node, ITypeSymbol? left, ITypeSymbol? right, Random random)
    {
        var current = node.OperatorToken.ValueText;
        if (left is null || right is null || !Classes.ContainsKey(current))
        {
            return null;
        }

        if (Enclosing.LoopOfCondition(node) is not null)
        {
            // Only the nearest change keeps a loop from running forever.
            return current switch { "<" => "<=", "<=" => "<", ">" => ">=", ">=" => ">", _ => null };
        }

        if (IsNumber(left) && IsNumber(right))
        {
            string[] real = IsReal(left) || IsReal(right) ? Arithmetic : [];
            return Arithmetic.Contains(current) && real.Length > 0 ? random.Any([.. real.Where(other => other != current)]) : Pick(current, random);
        }

        var both = left.SpecialType == SpecialType.System_Boolean && right.SpecialType == SpecialType.System_Boolean;
        return current switch
        {
            "==" => "!=",
            "!=" => "==",
            "&&" or "||" or "&" or "|" or "^" when both => Pick(current, random),
            _ => null,
        };
    }

    // The compiler works out constants, and refuses what it finds.
    private static bool IsImpossible(SemanticModel model, BinaryExpressionSyntax node, string replacement) =>
        model.GetConstantValue(node).HasValue || node.Ancestors().Any(around => around is PatternSyntax or AttributeSyntax or EnumMemberDeclarationSyntax or SwitchLabelSyntax)
        || (replacement is "/" or "%" && model.GetConstantValue(node.Right).HasValue)
        || (Comparison.Contains(replacement) && node.Parent is BinaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.LessThanToken or (int)SyntaxKind.GreaterThanToken });

    private static SourceChange[]? Assignment(SourceProgram program, AssignmentExpressionSyntax node, Random random)
    {
        var model = program.FileOf(node).Model;
        var isNumber = model.GetTypeInfo(node.Left).Type is { } left && IsNumber(left) && model.GetTypeInfo(node.Right).Type is { } right && IsNumber(right);
        return isNumber && node.Parent is not ForStatementSyntax && !Drives(program, node) && Pick(node.OperatorToken.ValueText, random) is { } replacement
            ? [new SourceChange(node.SyntaxTree, node.OperatorToken.Span, replacement)]
            : null;
    }

    private static bool Drives(SourceProgram program, AssignmentExpressionSyntax node) =>
        node.Left is SimpleNameSyntax name && program.Uses.TryGetValue(name, out var use) && program.ControlVariables(node).Contains(use.Variable);

    private static string? Pick(string current, Random random) => Classes.TryGetValue(current, out var others) ? random.Any(others) : null;

    private static bool IsMathCall(ExpressionSyntax node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" }, Name.Identifier.ValueText: var name },
        ArgumentList.Arguments.Count: var count,
    } && Classes.ContainsKey(name) && count == (name is "Min" or "Max" ? 2 : 1);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
