using System.Runtime.CompilerServices;
using Cambrian.CSharp.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.AllowList;

/// <summary>Walks one file and asks the compiler what every name, call, operator and type in it really is.</summary>
/// <param name="allowed">What candidates may use.</param>
/// <param name="model">The file's meaning.</param>
/// <param name="cancellation">Obeyed between nodes.</param>
internal sealed class SourceScreen(ApiAllowList allowed, SemanticModel model, CancellationToken cancellation)
{
    private const int PlainOptions = (int)(MethodImplOptions.AggressiveInlining | MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization);

    private readonly List<ApiViolation> _violations = [];

    internal List<ApiViolation> Check()
    {
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodes(node => !IsNameOf(node)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (RefusedSyntax.Of(node) is { } refused)
            {
                Add(node, refused.Used, refused.Instead);
            }

            JudgeNode(node);
        }

        return _violations;
    }

    private void JudgeNode(SyntaxNode node)
    {
        switch (node)
        {
            case AttributeSyntax attribute:
                JudgeAttribute(attribute);
                break;
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                JudgeDeclaredType(node);
                break;
            case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                JudgeSymbol(node, model.GetSymbolInfo(node, cancellation));
                break;
            case ExpressionSyntax expression when !IsNameOf(node) && !IsInAttribute(node):
                JudgeSymbol(node, model.GetSymbolInfo(expression, cancellation));
                JudgeExpressionType(expression);
                break;
        }
    }

    private void JudgeExpressionType(ExpressionSyntax expression)
    {
        var types = model.GetTypeInfo(expression, cancellation);
        JudgeType(expression, types.Type);
        if (!SymbolEqualityComparer.Default.Equals(types.Type, types.ConvertedType))
        {
            JudgeType(expression, types.ConvertedType);
        }
    }

    private void JudgeAttribute(AttributeSyntax attribute)
    {
        var type = model.GetTypeInfo(attribute, cancellation).Type as INamedTypeSymbol;
        if (type is null || IsOwn(type) || !ApiTable.IsCandidateAttribute(SymbolNames.Of(type)) || !HasPlainArguments(attribute))
        {
            Add(attribute, $"the attribute {attribute.Name}", "only Flags, Obsolete and MethodImpl(AggressiveInlining) are");
        }
    }

    private bool HasPlainArguments(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.All(argument => model.GetConstantValue(argument.Expression, cancellation).Value is not int options || (options & ~PlainOptions) == 0) != false;

    private void JudgeDeclaredType(SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node, cancellation) is not INamedTypeSymbol type)
        {
            return;
        }

        // The compiler looks up its own helpers by name, in these namespaces.
        if (SymbolNames.Of(type).Split('.') is ["System" or "Microsoft" or "Cambrian", _, ..])
        {
            Add(node, $"the namespace {type.ContainingNamespace}", "choose a name of your own");
        }

        if (type is { TypeKind: TypeKind.Class, BaseType: { } parent } && !IsOwn(parent) && !ApiTable.AllowsBase(SymbolNames.Of(parent.OriginalDefinition)))
        {
            Add(node, $"a class derived from {parent.Name}", "hold one in a field, or implement an interface");
        }

        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsStatic && type.TypeKind != TypeKind.Enum && !StaticState.IsConstant(field)))
        {
            var place = field.Locations.Concat(type.Locations).First(location => location.IsInSource);
            _violations.Add(new ApiViolation(
                Place.Of(place),
                $"the static state {field.AssociatedSymbol?.Name ?? field.Name}",
                "use a local, a parameter, a const, a static readonly value of an immutable type, or for tables 'static ReadOnlySpan<double> Table => [1, 2];'"));
        }
    }

    private void JudgeSymbol(SyntaxNode node, SymbolInfo found)
    {
        foreach (var symbol in found.Symbol is { } certain ? [certain] : found.CandidateSymbols)
        {
            JudgeSymbol(node, symbol);
        }
    }

    private void JudgeSymbol(SyntaxNode node, ISymbol symbol)
    {
        switch (symbol)
        {
            case ITypeSymbol type:
                JudgeType(node, type);
                break;
            case IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol:
                JudgeMember(node, symbol);
                break;
        }
    }

    private void JudgeMember(SyntaxNode node, ISymbol symbol)
    {
        if (symbol is IMethodSymbol { IsImplicitlyDeclared: true, Name: "GetHashCode" })
        {
            Add(node, "the hash code of a record", "it differs from run to run; compute one from numbers");
        }

        if (symbol is IMethodSymbol method)
        {
            JudgeTypeArguments(node, method);
        }

        if (symbol.ContainingType is not { } type || IsOwn(type) || type.IsAnonymousType)
        {
            return;
        }

        var name = SymbolNames.Of(type.OriginalDefinition);
        if (!SymbolNames.Of(symbol.OriginalDefinition).All(member => allowed.AllowsMember(name, member.Name, member.Parameters) || IsPlainOfAllowedKind(type, symbol)))
        {
            Add(node, $"{type.ToDisplayString()}.{symbol.Name}", Alternatives.For(name));
        }
    }

    private void JudgeTypeArguments(SyntaxNode node, IMethodSymbol method)
    {
        foreach (var (argument, parameter) in method.TypeArguments.Zip(method.OriginalDefinition.TypeParameters))
        {
            JudgeType(node, argument);
            if (parameter.HasConstructorConstraint && argument is INamedTypeSymbol { Name: "Random" })
            {
                Add(node, "new Random() by way of a type parameter", "use new Random(seed)");
            }
        }
    }

    private void JudgeType(SyntaxNode node, ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                JudgeType(node, array.ElementType);
                break;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol:
                Add(node, $"the type {type.ToDisplayString()}", "use spans, delegates and static types");
                break;
            case INamedTypeSymbol { IsAnonymousType: false, TypeKind: not TypeKind.Error } named:
                JudgeNamed(node, named);
                break;
        }
    }

    private void JudgeNamed(SyntaxNode node, INamedTypeSymbol type)
    {
        if (!IsOwn(type) && SymbolNames.Of(type.OriginalDefinition) is var name && !allowed.AllowsType(name))
        {
            Add(node, $"the type {type.ToDisplayString()}", Alternatives.For(name));
        }

        foreach (var (argument, parameter) in type.TypeArguments.Zip(type.OriginalDefinition.TypeParameters))
        {
            JudgeType(node, argument);
            if (parameter.HasConstructorConstraint && argument is INamedTypeSymbol { Name: "Random" })
            {
                Add(node, "new Random() by way of a type parameter", "use new Random(seed)");
            }
        }
    }

    // Invoking a delegate, and what the compiler supplies for an object initialiser of a base class's own constructor.
    private static bool IsPlainOfAllowedKind(INamedTypeSymbol type, ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
        || (symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator })
        || (type.TypeKind == TypeKind.Delegate && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor });

    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly);

    private bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call && model.GetConstantValue(call, cancellation).HasValue;

    private static bool IsInAttribute(SyntaxNode node) => node.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    private void Add(SyntaxNode node, string used, string instead) => _violations.Add(new ApiViolation(Place.Of(node), used, instead));
}
