using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>Turns declarations into variables.</summary>
/// <param name="model">The file's meaning.</param>
/// <param name="spell">Spells types the same way in every program.</param>
internal sealed class VariableReader(SemanticModel model, Func<ITypeSymbol, string> spell)
{
    /// <summary>What a node declares; null when it declares nothing that has a name of its own in code.</summary>
    public (ISymbol Symbol, Variable Variable)? Read(SyntaxNode node)
    {
        var variable = node switch
        {
            VariableDeclaratorSyntax declarator => OfDeclarator(declarator),
            ParameterSyntax parameter => OfParameter(parameter),
            ForEachStatementSyntax each => Local(each, each.Identifier, each.Statement, each.Statement.SpanStart, isWritable: false),
            SingleVariableDesignationSyntax designation => OfDesignation(designation),
            CatchDeclarationSyntax { Identifier.RawKind: not 0, Parent: CatchClauseSyntax clause } caught => Local(caught, caught.Identifier, clause.Block, clause.Block.SpanStart, isWritable: false),
            PropertyDeclarationSyntax property => Member(property, property.Identifier, property.AccessorList?.Accessors.Any(SyntaxKind.SetAccessorDeclaration) == true),
            MethodDeclarationSyntax { TypeParameterList: null } method => Member(method, method.Identifier, isWritable: false),
            LocalFunctionStatementSyntax { TypeParameterList: null, Parent: { } block } function => Local(function, function.Identifier, block, block.SpanStart, isWritable: false),
            _ => null,
        };
        return variable is not null && model.GetDeclaredSymbol(node) is { } symbol ? (symbol, variable) : null;
    }

    private Variable? OfDeclarator(VariableDeclaratorSyntax declarator) => declarator.Parent?.Parent switch
    {
        LocalDeclarationStatementSyntax { Parent: { } block } statement =>
            Local(declarator, declarator.Identifier, block is SwitchSectionSyntax ? block.Parent! : block, declarator.Span.End, !statement.IsConst && statement.UsingKeyword.RawKind == 0, declarator.Initializer is not null),
        ForStatementSyntax loop => Local(declarator, declarator.Identifier, loop, declarator.Span.End, isWritable: false, declarator.Initializer is not null),
        UsingStatementSyntax statement => Local(declarator, declarator.Identifier, statement, declarator.Span.End, isWritable: false),
        FieldDeclarationSyntax field => Member(declarator, declarator.Identifier, !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword)),
        _ => null,
    };

    private Variable? OfParameter(ParameterSyntax parameter)
    {
        if (parameter.Parent?.Parent is TypeDeclarationSyntax)
        {
            return Member(parameter, parameter.Identifier, isWritable: false);
        }

        if (Enclosing.Function(parameter) is not { } function || model.GetDeclaredSymbol(parameter) is not IParameterSymbol symbol)
        {
            return null;
        }

        return Make(parameter, parameter.Identifier, symbol.Type) is { } type
            ? new Variable
            {
                Name = parameter.Identifier.ValueText,
                Type = type,
                TypeSymbol = symbol.Type,
                Tree = parameter.SyntaxTree,
                Declaration = parameter,
                Scope = function.Span,
                ReadableFrom = parameter.Span.End,
                Function = function,
                IsWritable = symbol.RefKind is RefKind.None or RefKind.Ref,
                IsCapturable = symbol.RefKind == RefKind.None && !symbol.Type.IsRefLikeType,
                IsAssigned = symbol.RefKind != RefKind.Out,
            }
            : null;
    }

    // An out variable or a pattern's is known to have a value only where the compiler has followed the flow: left alone.
    private Variable? OfDesignation(SingleVariableDesignationSyntax designation)
    {
        if (designation.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: { } block } statement)
        {
            return null;
        }

        return statement is ForEachVariableStatementSyntax each
            ? Local(designation, designation.Identifier, each.Statement, each.Statement.SpanStart, isWritable: false)
            : Local(designation, designation.Identifier, block, statement.Span.End, isWritable: true, IsDeconstruction(designation));
    }

    private static bool IsDeconstruction(SyntaxNode designation) =>
        designation.Ancestors().TakeWhile(around => around is not StatementSyntax)
            .Any(around => around is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment && assignment.Left.Span.Contains(designation.Span));

    private Variable? Local(SyntaxNode node, SyntaxToken name, SyntaxNode scope, int readableFrom, bool isWritable, bool isAssigned = true)
    {
        var symbol = model.GetDeclaredSymbol(node);
        var type = symbol switch { ILocalSymbol local => local.Type, _ => null };
        return (symbol is IMethodSymbol function ? Signature(function) : Make(node, name, type)) is { } spelled
            ? new Variable
            {
                Name = name.ValueText,
                Type = spelled,
                TypeSymbol = type,
                Tree = node.SyntaxTree,
                Declaration = node,
                Scope = scope.Span,
                ReadableFrom = readableFrom,
                Function = Enclosing.Function(node),
                IsWritable = isWritable && symbol is not ILocalSymbol { RefKind: RefKind.RefReadOnly or RefKind.In },
                IsCapturable = symbol is not ILocalSymbol { RefKind: not RefKind.None } && type?.IsRefLikeType != true,
                IsAssigned = isAssigned,
                IsFunction = symbol is IMethodSymbol,
            }
            : null;
    }

    private Variable? Member(SyntaxNode node, SyntaxToken name, bool isWritable)
    {
        if (model.GetDeclaredSymbol(node) is not { } symbol)
        {
            return null;
        }

        var type = symbol switch { IFieldSymbol field => field.Type, IPropertySymbol { GetMethod: not null } property => property.Type, IParameterSymbol parameter => parameter.Type, _ => null };
        if ((symbol is IMethodSymbol method ? Signature(method) : Make(node, name, type)) is not { } spelled || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } owner)
        {
            return null;
        }

        return new Variable
        {
            Name = name.ValueText,
            Type = spelled,
            TypeSymbol = type,
            Tree = node.SyntaxTree,
            Declaration = node,
            Scope = owner.Span,
            ReadableFrom = owner.SpanStart,
            Owner = owner,
            IsStatic = symbol.IsStatic,
            IsWritable = isWritable,
            IsFunction = symbol is IMethodSymbol,
        };
    }

    private string Signature(IMethodSymbol method) =>
        $"{spell(method.ReturnType)}({string.Join(',', method.Parameters.Select(parameter => $"{parameter.RefKind} {spell(parameter.Type)}"))})";

    private string? Make(SyntaxNode node, SyntaxToken name, ITypeSymbol? type) =>
        type is null or IErrorTypeSymbol or { IsAnonymousType: true } || name.ValueText.Length == 0 || node.ContainsDiagnostics ? null : spell(type);
}
