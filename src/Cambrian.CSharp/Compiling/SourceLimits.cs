using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Compiling;

/// <summary>
/// How large and how deep a source may be, checked before the compiler parses and binds it: deep enough text exhausts the
/// compiler's stack, which ends the process, and nested lambdas in front of overloads take it exponential time.
/// </summary>
/// <remarks>
/// The compiler (5.12) was seen to overflow a 1.5 MB stack in the lexer at 1,000 interpolated strings inside each other or
/// 8,000 brackets inside one, and in the parser at 3,000 nested tuples, braces or type arguments; the defaults stay an order
/// of magnitude below.
/// </remarks>
public sealed record SourceLimits
{
    /// <summary>The defaults.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Characters over all files. Default 200,000.</summary>
    public int Characters { get; init; } = 200_000;

    /// <summary>Files. Default 64.</summary>
    public int Files { get; init; } = 64;

    /// <summary>Brackets of one kind open at one place, and repetitions of one token in a row. Default 100.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>Levels of the syntax tree. Default 300.</summary>
    public int Depth { get; init; } = 300;

    /// <summary>Lambdas inside lambdas. Default 3: with twelve overloads to try at each level, four take ten seconds.</summary>
    public int NestedLambdas { get; init; } = 3;

    /// <summary>Methods of one name in one type. Default 12.</summary>
    public int Overloads { get; init; } = 12;

    /// <summary>Types in one file, and ranks of one array. Default 100: the compiler follows base types and ranks by recursion.</summary>
    public int Types { get; init; } = 100;

    /// <summary>Dollar and number signs (interpolated strings, directives) in one file. Default 100.</summary>
    public int Signs { get; init; } = 100;

    /// <summary>Opening brackets in a file with an interpolated string. Default 2,000.</summary>
    public int BracketsBesideInterpolation { get; init; } = 2_000;

    /// <summary>What is wrong with texts before they are parsed; null when nothing is.</summary>
    internal string? Refuse(IReadOnlyList<KeyValuePair<string, string>> files)
    {
        if (files.Count > Files)
        {
            return $"{files.Count} C# files; at most {Files} are allowed.";
        }

        if (files.Sum(file => (long)file.Value.Length) is var length && length > Characters)
        {
            return $"{length} characters of C#; at most {Characters} are allowed.";
        }

        foreach (var (path, text) in files)
        {
            if ((RefuseSigns(text) ?? RefuseTokens(text)) is { } fault)
            {
                return $"{path}: {fault}.";
            }
        }

        return null;
    }

    /// <summary>What is wrong with a parsed file; null when nothing is.</summary>
    internal string? Refuse(SyntaxTree tree, CancellationToken cancellation)
    {
        var types = 0;
        var pending = new Stack<(SyntaxNode Node, int Depth, int Lambdas)>();
        pending.Push((tree.GetRoot(cancellation), 1, 0));
        while (pending.TryPop(out var at))
        {
            var lambdas = at.Lambdas + (at.Node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax ? 1 : 0);
            types += at.Node is BaseTypeDeclarationSyntax ? 1 : 0;
            if ((types > Types ? $"more than {Types} types" : RefuseNode(at.Node, at.Depth, lambdas)) is { } fault)
            {
                return $"{Place.Of(at.Node)}: {fault}.";
            }

            foreach (var child in at.Node.ChildNodes())
            {
                pending.Push((child, at.Depth + 1, lambdas));
            }
        }

        return null;
    }

    private string? RefuseNode(SyntaxNode node, int depth, int lambdas)
    {
        if (depth > Depth)
        {
            return $"code is nested more than {Depth} deep";
        }

        if (lambdas > NestedLambdas)
        {
            return $"lambdas are nested more than {NestedLambdas} deep";
        }

        if (DoublesText(node))
        {
            return "a constant made of other constants' text; write it out";
        }

        if (node is ArrayTypeSyntax array && array.RankSpecifiers.Count > Types)
        {
            return $"an array of more than {Types} ranks";
        }

        var overloads = node is TypeDeclarationSyntax type
            ? type.Members.OfType<MethodDeclarationSyntax>().CountBy(method => method.Identifier.ValueText, StringComparer.Ordinal)
            : [];
        return overloads.Any(count => count.Value > Overloads) ? $"more than {Overloads} methods of one name" : null;
    }

    // Twenty constants that each hold the one before twice are a gigabyte, which the compiler (5.12) dies of.
    private static bool DoublesText(SyntaxNode node)
    {
        var declaration = node switch
        {
            FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => field.Declaration,
            LocalDeclarationStatementSyntax local when local.IsConst => local.Declaration,
            _ => null,
        };
        return declaration is not null
            && declaration.Type is not PredefinedTypeSyntax { Keyword.RawKind: not ((int)SyntaxKind.StringKeyword or (int)SyntaxKind.ObjectKeyword) }
            && declaration.DescendantNodes().Any(part => part is IdentifierNameSyntax && part.Ancestors().Any(around => around.IsKind(SyntaxKind.AddExpression) || around is InterpolatedStringExpressionSyntax));
    }

    // The lexer follows interpolated strings into each other by recursion, so these are counted before it may look.
    private string? RefuseSigns(string text)
    {
        var dollars = text.AsSpan().Count('$');
        return Math.Max(dollars, text.AsSpan().Count('#')) > Signs
            ? $"more than {Signs} '$' or '#' signs"
            : dollars > 0 && text.Count(character => character is '(' or '[' or '{') > BracketsBesideInterpolation
                ? $"interpolated strings beside more than {BracketsBesideInterpolation} brackets"
                : null;
    }

    private string? RefuseTokens(string text)
    {
        var (brackets, angles, run, previous) = (0, 0, 0, SyntaxKind.None);
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            var kind = token.Kind();
            run = kind == previous ? run + 1 : 0;
            previous = kind;
            brackets = Math.Max(0, brackets + Opens(kind));
            angles = kind switch
            {
                SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken => 0,
                SyntaxKind.LessThanToken => angles + 1,
                _ => angles,
            };
            if (Math.Max(run, Math.Max(brackets, angles)) > Nesting)
            {
                return $"brackets or operators are nested or repeated more than {Nesting} times";
            }
        }

        return null;
    }

    private static int Opens(SyntaxKind kind) => kind switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken => 1,
        SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken => -1,
        _ => 0,
    };
}
