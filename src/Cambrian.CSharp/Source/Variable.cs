using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>A name that code may use: local, parameter, field, property, or a method or local function by its signature.</summary>
internal sealed class Variable
{
    /// <summary>The name as written.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, comparable between programs; for functions their signature.</summary>
    public required string Type { get; init; }

    /// <summary>The same, in its own compilation; null for functions.</summary>
    public ITypeSymbol? TypeSymbol { get; init; }

    /// <summary>The file it is declared in.</summary>
    public required SyntaxTree Tree { get; init; }

    /// <summary>Where the name is known.</summary>
    public required TextSpan Scope { get; init; }

    /// <summary>From where on it may be read, within the scope.</summary>
    public required int ReadableFrom { get; init; }

    /// <summary>The node that declares it.</summary>
    public required SyntaxNode Declaration { get; init; }

    /// <summary>The function it is local to; null for a member of a type.</summary>
    public SyntaxNode? Function { get; init; }

    /// <summary>The type it is a member of; null for locals.</summary>
    public TypeDeclarationSyntax? Owner { get; init; }

    /// <summary>Whether a member belongs to the type and not to an instance.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether code may assign to it anywhere in its scope.</summary>
    public bool IsWritable { get; init; }

    /// <summary>Whether lambdas and local functions may use it from inside.</summary>
    public bool IsCapturable { get; init; } = true;

    /// <summary>Whether it has a value wherever its name is known; one that has not is left alone.</summary>
    public bool IsAssigned { get; init; } = true;

    /// <summary>Whether it names a method or local function.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Where it is used.</summary>
    public List<Use> Uses { get; } = [];
}
