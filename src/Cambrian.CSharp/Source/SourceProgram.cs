using System.Collections.Frozen;
using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Source.Factoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>What typed edits need to know about an artifact's C# files, worked out once. Immutable once read, safe to share.</summary>
internal sealed class SourceProgram
{
    private readonly Lazy<ImmutableArray<ImmutableArray<Factorable>>> _repeats;

    /// <summary>A program.</summary>
    public SourceProgram() => _repeats = new(() => ShapeReader.Groups(this));

    /// <summary>The artifact.</summary>
    public required Artifact Artifact { get; init; }

    /// <summary>All its files together.</summary>
    public required CSharpCompilation Compilation { get; init; }

    /// <summary>Its C# files.</summary>
    public required ImmutableArray<SourceFile> Files { get; init; }

    /// <summary>Where each file may change.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> Blocks { get; init; }

    /// <summary>Everything it gives a name to.</summary>
    public required ImmutableArray<Variable> Variables { get; init; }

    /// <summary>What each unqualified name means.</summary>
    public required FrozenDictionary<SimpleNameSyntax, Use> Uses { get; init; }

    /// <summary>Other names of things the program itself declares, by what they mean in full.</summary>
    public required FrozenDictionary<SimpleNameSyntax, string> OwnNames { get; init; }

    /// <summary>Names that mean nothing elsewhere: type parameters, a query's variables, labels.</summary>
    public required FrozenSet<SimpleNameSyntax> Unportable { get; init; }

    /// <summary>Everything the program declares, in full.</summary>
    public required FrozenSet<string> OwnMembers { get; init; }

    /// <summary>Every expression with a value.</summary>
    public required ImmutableArray<ExpressionSite> Expressions { get; init; }

    /// <summary>Pure, replaceable expressions that may change.</summary>
    public required ImmutableArray<ExpressionSite> Targets { get; init; }

    /// <summary>Numbers that may change, without harm to the compiler's rules.</summary>
    public required ImmutableArray<LiteralExpressionSyntax> Literals { get; init; }

    /// <summary>Every statement of a list of statements.</summary>
    public required ImmutableArray<StatementSyntax> Statements { get; init; }

    /// <summary>Those that may change.</summary>
    public required ImmutableArray<StatementSyntax> EditableStatements { get; init; }

    /// <summary>Expressions that differ in leaves only and could share a method. Found when first asked for.</summary>
    public ImmutableArray<ImmutableArray<Factorable>> Repeats => _repeats.Value;

    /// <summary>The file of a tree.</summary>
    public SourceFile FileOf(SyntaxTree tree) => Files.First(file => file.Root.SyntaxTree == tree);

    /// <summary>The file a node is in.</summary>
    public SourceFile FileOf(SyntaxNode node) => FileOf(node.SyntaxTree);

    /// <summary>The variables that code at a place may read, functions excluded.</summary>
    public IReadOnlyList<Variable> Readable(SyntaxNode place) =>
        [.. Known(place, place.SpanStart).Where(variable => variable is { IsAssigned: true, IsFunction: false })];

    /// <summary>All names that code at a place may use, the innermost of each.</summary>
    /// <param name="place">A node of this program.</param>
    /// <param name="position">A position inside it, or at its ends.</param>
    public IEnumerable<Variable> Known(SyntaxNode place, int position) =>
        Variables.Where(variable => IsKnown(variable, place, position))
            .GroupBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(same => same.MinBy(variable => variable.Scope.Length)!);

    /// <summary>The variables that decide when the loops around a place end; code there must not assign to them.</summary>
    public IReadOnlySet<Variable> ControlVariables(SyntaxNode place)
    {
        var control = new HashSet<Variable>();
        foreach (var loop in Enclosing.Loops(place))
        {
            if (Enclosing.Condition(loop) is { } condition)
            {
                control.UnionWith(UsesIn(condition).Select(use => use.Variable));
            }
        }

        return control;
    }

    /// <summary>The names used inside a node, in the order they stand.</summary>
    public IEnumerable<Use> UsesIn(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => Uses.GetValueOrDefault(name)).OfType<Use>();

    /// <summary>The variables declared inside a node.</summary>
    public IEnumerable<Variable> DeclaredIn(SyntaxNode node) =>
        Variables.Where(variable => variable.Tree == node.SyntaxTree && node.Span.Contains(variable.Declaration.Span));

    private static bool IsKnown(Variable variable, SyntaxNode place, int position)
    {
        if (variable.Tree != place.SyntaxTree && variable.Owner is null)
        {
            return false;
        }

        return variable.Owner is { } owner
            ? IsMemberKnown(variable, owner, place)
            : variable.Scope.Start <= position && position <= variable.Scope.End && variable.ReadableFrom <= position && IsWithinReach(variable, place);
    }

    // Only members of the very type the code stands in: reaching further takes a qualified name.
    private static bool IsMemberKnown(Variable variable, TypeDeclarationSyntax owner, SyntaxNode place) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() == owner && (variable.IsStatic || !IsStaticContext(place));

    private static bool IsStaticContext(SyntaxNode place)
    {
        var function = Enclosing.IsFunction(place) ? place : Enclosing.Function(place);
        for (; function is not null; function = Enclosing.Function(function))
        {
            if (IsStatic(function))
            {
                return true;
            }

            if (function is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax)
            {
                return function.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        // A field's initialiser.
        return true;
    }

    private static bool IsWithinReach(Variable variable, SyntaxNode place)
    {
        for (var function = Enclosing.Function(place); function != variable.Function; function = Enclosing.Function(function))
        {
            if (function is null || !variable.IsCapturable || IsStatic(function))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStatic(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };
}
