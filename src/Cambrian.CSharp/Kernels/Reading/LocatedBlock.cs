using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>The entry method cut into what is before the block, in it and after it.</summary>
internal sealed record LocatedBlock(
    MethodDeclarationSyntax Method, ImmutableArray<StatementSyntax> Before, ImmutableArray<StatementSyntax> Inside, ImmutableArray<StatementSyntax> After, BlockText Text);
