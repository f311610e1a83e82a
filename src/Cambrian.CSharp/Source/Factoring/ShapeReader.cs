using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Factoring;

/// <summary>
/// Finds the expressions that a method of their own can compute without any difference. Only what is surely so: no lambda, no
/// member of an instance by its bare name, no local that could change while the expression is computed.
/// </summary>
/// <param name="program">The program.</param>
internal sealed class ShapeReader(SourceProgram program)
{
    private const int LeastOperations = 2;
    private const int LongestText = 400;

    private readonly Dictionary<SyntaxNode, ExpressionSite> _sites = program.Expressions.ToDictionary(site => (SyntaxNode)site.Node);

    /// <summary>Expressions of the same type and shape, in groups of two or more.</summary>
    public static ImmutableArray<ImmutableArray<Factorable>> Groups(SourceProgram program)
    {
        var reader = new ShapeReader(program);
        return
        [
            .. program.Targets.Select(reader.Read).OfType<Factorable>()
                .GroupBy(each => (each.Member.Parent, each.Shape))
                .Where(group => group.Count() > 1)
                .Select(group => group.ToImmutableArray()),
        ];
    }

    private Factorable? Read(ExpressionSite site)
    {
        if (!IsWorthwhile(site) || !MeansTheSameElsewhere(site.Node) || Member(site.Node) is not { } member)
        {
            return null;
        }

        var shape = new StringBuilder(site.Type);
        var leaves = ImmutableArray.CreateBuilder<Leaf>();
        return Append(site.Node, shape, leaves) ? new Factorable(site.Node, member, shape.ToString(), leaves.ToImmutable()) : null;
    }

    private static bool IsWorthwhile(ExpressionSite site) =>
        site.Constant is null && site.Node.Span.Length <= LongestText && site.Node.DescendantNodesAndSelf().Count(IsOperation) >= LeastOperations;

    private bool MeansTheSameElsewhere(ExpressionSyntax node) =>
        !node.ContainsDirectives
        && !node.DescendantNodes().OfType<SimpleNameSyntax>().Any(program.Unportable.Contains)
        && program.FileOf(node).Model.GetTypeInfo(node).Type is { } type && !Steadiness.IsChangedByCall(node, type);

    // Overflow is checked by what stands around an expression, and would not be in another method.
    private static MemberDeclarationSyntax? Member(SyntaxNode node) =>
        node.Ancestors().Any(around => around is CheckedExpressionSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or AttributeSyntax)
            ? null
            : node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { Parent: ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax } member ? member : null;

    private bool Append(SyntaxNode node, StringBuilder shape, ImmutableArray<Leaf>.Builder leaves)
    {
        switch (node)
        {
            case LiteralExpressionSyntax literal:
                return AppendLiteral(literal, shape, leaves);
            case IdentifierNameSyntax name when !IsQualified(name):
                return AppendName(name, shape, leaves);
            case SimpleNameSyntax or PredefinedTypeSyntax:
                shape.Append(node.WithoutTrivia());
                return node is SimpleNameSyntax simple && IsQualified(simple) || IsStatic(node);
            case BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.IsExpression and not (int)SyntaxKind.AsExpression } or PrefixUnaryExpressionSyntax or CastExpressionSyntax
                or ConditionalExpressionSyntax or ParenthesizedExpressionSyntax or RangeExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
                or InvocationExpressionSyntax or BaseArgumentListSyntax or ArgumentSyntax { NameColon: null }:
                return AppendParts(node, shape, leaves);
            default:
                return false;
        }
    }

    private bool AppendParts(SyntaxNode node, StringBuilder shape, ImmutableArray<Leaf>.Builder leaves)
    {
        // Brackets around every part keep a - (b - c) and a - b - c apart.
        shape.Append('⟨');
        foreach (var part in node.ChildNodesAndTokens())
        {
            if (part.AsNode() is { } child && !Append(child, shape, leaves))
            {
                return false;
            }

            shape.Append(part.IsToken ? part.AsToken().Text : "");
        }

        shape.Append('⟩');
        return true;
    }

    private bool AppendLiteral(LiteralExpressionSyntax literal, StringBuilder shape, ImmutableArray<Leaf>.Builder leaves)
    {
        if (_sites.TryGetValue(literal, out var site) && site.IsReplaceable)
        {
            leaves.Add(new Leaf(literal, Variable: null));
            shape.Append('‹').Append(site.Type).Append('›');
        }
        else
        {
            shape.Append(literal.Token.Text);
        }

        return true;
    }

    private bool AppendName(IdentifierNameSyntax name, StringBuilder shape, ImmutableArray<Leaf>.Builder leaves)
    {
        if (!program.Uses.TryGetValue(name, out var use) || use.Variable.Owner is not null)
        {
            shape.Append(name.Identifier.Text);
            return IsStatic(name);
        }

        if (!_sites.TryGetValue(name, out var site) || !site.IsReplaceable || !Steadiness.IsSteady(use))
        {
            return false;
        }

        leaves.Add(new Leaf(name, use.Variable));
        shape.Append('‹').Append(site.Type).Append('›');
        return true;
    }

    private bool IsStatic(SyntaxNode name) =>
        program.FileOf(name).Model.GetSymbolInfo(name).Symbol is INamespaceOrTypeSymbol and not ITypeParameterSymbol or IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } or IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true };

    private static bool IsQualified(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name;

    private static bool IsOperation(SyntaxNode node) =>
        node is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        || node is MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax };
}
