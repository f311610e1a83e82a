using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.Source.Mutants;

/// <summary>Text that a schema has before or after a node of the program.</summary>
/// <param name="Node">The node.</param>
/// <param name="Opens">Whether before.</param>
/// <param name="Rank">Of two around the same text, the smaller is further out.</param>
/// <param name="Pieces">The text, and for each piece the mutant it belongs to, 0 for none.</param>
internal sealed record Insertion(SyntaxNode Node, bool Opens, int Rank, ImmutableArray<(int Mutant, string Text)> Pieces)
{
    /// <summary>Where it goes.</summary>
    public int Position => Opens ? Node.SpanStart : Node.Span.End;

    /// <summary>The order in which insertions are written: where one node ends and the next begins, ends come first; outer nodes open first and close last.</summary>
    public static IEnumerable<Insertion> InOrder(IEnumerable<Insertion> insertions) => insertions
        .OrderBy(insertion => insertion.Position)
        .ThenBy(insertion => insertion.Opens)
        .ThenBy(insertion => insertion.Opens ? -insertion.Node.Span.Length : insertion.Node.Span.Length)
        .ThenBy(insertion => insertion.Opens ? insertion.Rank : -insertion.Rank);

    /// <summary>Text around a node that belongs to no mutant.</summary>
    public static IEnumerable<Insertion> Around(SyntaxNode node, int rank, string before, string after) =>
        [new(node, Opens: true, rank, [(0, before)]), new(node, Opens: false, rank, [(0, after)])];
}
