using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Factoring;

/// <summary>An expression that could as well be computed by a static method of its type, from the values of its leaves.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Member">The method, property or field it stands in.</param>
/// <param name="Shape">The expression's type and text, with its leaves' types in place of the leaves.</param>
/// <param name="Leaves">Its leaves, in the order they stand.</param>
internal sealed record Factorable(ExpressionSyntax Node, MemberDeclarationSyntax Member, string Shape, ImmutableArray<Leaf> Leaves);
