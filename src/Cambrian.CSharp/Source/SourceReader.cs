using System.Collections.Frozen;
using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>Reads an artifact into a <see cref="SourceProgram"/>: names, expressions and statements with their types.</summary>
/// <param name="artifact">The artifact.</param>
/// <param name="compilation">Its C# files, bound.</param>
/// <param name="cancellation">Obeyed between nodes.</param>
internal sealed class SourceReader(Artifact artifact, CSharpCompilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private readonly List<Variable> _inOrder = [];
    private readonly Dictionary<SimpleNameSyntax, Use> _uses = [];
    private readonly Dictionary<SimpleNameSyntax, string> _ownNames = [];
    private readonly HashSet<SimpleNameSyntax> _unportable = [];
    private readonly HashSet<string> _ownMembers = new(StringComparer.Ordinal);
    private readonly List<ExpressionSite> _expressions = [];
    private readonly List<LiteralExpressionSyntax> _literals = [];
    private readonly List<StatementSyntax> _statements = [];
    private readonly Dictionary<ITypeSymbol, string> _spelled = new(SymbolEqualityComparer.Default);

    /// <summary>The program; null when the artifact breaks a limit or does not parse.</summary>
    public static SourceProgram? Read(CandidateCompiler compiler, Artifact artifact, CancellationToken cancellation)
    {
        var (trees, errors) = compiler.Parse(artifact, cancellation);
        return errors.Count > 0 ? null : new SourceReader(artifact, compiler.Bind(trees, "program"), cancellation).Read(trees);
    }

    private SourceProgram Read(IReadOnlyList<SyntaxTree> trees)
    {
        var blocks = EvolveBlocks.Of(artifact);
        ImmutableArray<SourceFile> files =
        [
            .. trees.Select(tree => new SourceFile(tree.FilePath, artifact.Files[tree.FilePath], tree.GetRoot(cancellation), compilation.GetSemanticModel(tree), blocks.GetValueOrDefault(tree.FilePath, []))),
        ];
        foreach (var file in files)
        {
            ReadDeclarations(file);
        }

        foreach (var file in files)
        {
            ReadCode(file);
        }

        var fileOf = files.ToDictionary(file => file.Root.SyntaxTree);
        return new SourceProgram
        {
            Artifact = artifact,
            Compilation = compilation,
            Files = files,
            Blocks = blocks,
            Variables = [.. _inOrder],
            Uses = _uses.ToFrozenDictionary(),
            OwnNames = _ownNames.ToFrozenDictionary(),
            Unportable = _unportable.ToFrozenSet(),
            OwnMembers = _ownMembers.ToFrozenSet(StringComparer.Ordinal),
            Expressions = [.. _expressions],
            Targets = [.. _expressions.Where(site => site.IsReplaceable && fileOf[site.Node.SyntaxTree].MayChange(site.Node.Span) && !DecidesLoop(site.Node))],
            Literals = [.. _literals.Where(literal => fileOf[literal.SyntaxTree].MayChange(literal.Span))],
            Statements = [.. _statements],
            EditableStatements = [.. _statements.Where(statement => fileOf[statement.SyntaxTree].MayChange(statement.Span))],
        };
    }

    private void ReadDeclarations(SourceFile file)
    {
        var reader = new VariableReader(file.Model, Spell);
        foreach (var node in file.Root.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is MemberDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax { Parent.Parent: TypeDeclarationSyntax } && file.Model.GetDeclaredSymbol(node, cancellation) is { ContainingSymbol: not IMethodSymbol } member)
            {
                _ownMembers.Add(member.ToDisplayString());
            }

            if (reader.Read(node) is { } declared && _variables.TryAdd(declared.Symbol, declared.Variable))
            {
                _inOrder.Add(declared.Variable);
            }
        }
    }

    private void ReadCode(SourceFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement:
                    _statements.Add(statement);
                    break;
                case ExpressionSyntax expression:
                    ReadExpression(file.Model, expression);
                    break;
            }
        }
    }

    private void ReadExpression(SemanticModel model, ExpressionSyntax node)
    {
        if (node is SimpleNameSyntax name)
        {
            ReadName(model, name);
        }

        if (Replaceability.HasValue(node) && model.GetTypeInfo(node, cancellation) is { Type: { } type } types && IsOrdinary(type) && !IsName(model, node))
        {
            if (node is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.NumericLiteralExpression) && KeepsType(types) && Replaceability.TakesAnyNumber(literal))
            {
                _literals.Add(literal);
            }

            var constant = model.GetConstantValue(node, cancellation);
            var pure = Replaceability.IsPure(node);
            var replaceable = pure && Replaceability.IsFree(node) && KeepsType(types);
            _expressions.Add(new ExpressionSite(node, Spell(type), constant.HasValue ? constant.Value : null, pure, replaceable));
        }
    }

    private void ReadName(SemanticModel model, SimpleNameSyntax name)
    {
        if (model.GetSymbolInfo(name, cancellation).Symbol is not { } found)
        {
            return;
        }

        var symbol = found.OriginalDefinition;
        if (!IsQualified(name) && _variables.TryGetValue(symbol, out var variable))
        {
            var use = new Use(name, variable, IsWrite(name));
            _uses[name] = use;
            variable.Uses.Add(use);
        }
        else if (found is ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol or ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            _unportable.Add(name);
        }
        else if (symbol.Locations.Any(location => location.IsInSource) && symbol.ContainingType is not { IsTupleType: true } and not { IsAnonymousType: true })
        {
            _ownNames[name] = symbol.ToDisplayString();
        }
    }

    // What decides when a loop ends is left to the edits that know about loops.
    private bool DecidesLoop(ExpressionSyntax node)
    {
        if (Enclosing.LoopOfCondition(node) is not null || node.Ancestors().TakeWhile(around => around is not StatementSyntax).Any(around => around.Parent is ForStatementSyntax loop && loop.Incrementors.Contains(around)))
        {
            return true;
        }

        var conditions = Enclosing.Loops(node).Select(Enclosing.Condition).OfType<ExpressionSyntax>().ToArray();
        if (conditions.Length == 0)
        {
            return false;
        }

        // The value that a loop's variable gets, and calls of what a loop waits for: a queue that is worked off.
        var control = conditions.SelectMany(VariablesIn).ToHashSet();
        var assignment = node.Ancestors().TakeWhile(around => around is not StatementSyntax).OfType<AssignmentExpressionSyntax>().FirstOrDefault();
        return (assignment is { Left: SimpleNameSyntax left } && _uses.TryGetValue(left, out var assigned) && control.Contains(assigned.Variable))
            || node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } && _uses.TryGetValue(name, out var use) && control.Contains(use.Variable));
    }

    private IEnumerable<Variable> VariablesIn(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => _uses.GetValueOrDefault(name)?.Variable).OfType<Variable>();

    private string Spell(ITypeSymbol type)
    {
        if (!_spelled.TryGetValue(type, out var spelled))
        {
            _spelled[type] = spelled = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        return spelled;
    }

    // A constant that fits a narrower type, null, and the like: only that very text converts.
    private bool KeepsType(TypeInfo types) =>
        types.ConvertedType is null || SymbolEqualityComparer.Default.Equals(types.Type, types.ConvertedType) || compilation.ClassifyConversion(types.Type!, types.ConvertedType).IsImplicit;

    private bool IsName(SemanticModel model, ExpressionSyntax node) =>
        node is SimpleNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(node, cancellation).Symbol is null or ITypeSymbol or INamespaceSymbol or IMethodSymbol or IRangeVariableSymbol;

    private static bool IsOrdinary(ITypeSymbol type) =>
        type is not (IErrorTypeSymbol or IDynamicTypeSymbol or IPointerTypeSymbol) && type is { SpecialType: not SpecialType.System_Void, IsRefLikeType: false } && !MentionsOpen(type);

    // Types of a method's own type parameters, and anonymous ones, cannot be spelled elsewhere.
    private static bool MentionsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsOpen(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || named.TypeArguments.Any(MentionsOpen),
        _ => false,
    };

    private static bool IsQualified(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        || (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assigned && assigned.Left == name)
        || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or QualifiedNameSyntax or NameEqualsSyntax;

    private static bool IsWrite(SimpleNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax swap } tuple } => swap.Left == tuple,
        RefExpressionSyntax => true,
        _ => false,
    };
}
