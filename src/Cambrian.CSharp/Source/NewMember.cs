using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>Where a type may get one more member.</summary>
internal static class NewMember
{
    /// <summary>The place after a member: empty, and inside an evolve block; null where the block ends before the member does.</summary>
    internal static TextSpan? PlaceAfter(SourceProgram program, MemberDeclarationSyntax member) =>
        new TextSpan(member.Span.End, 0) is var place && program.FileOf(member).MayChange(place) ? place : null;
}
