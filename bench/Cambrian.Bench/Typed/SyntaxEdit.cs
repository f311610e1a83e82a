using Cambrian.Core;
using Cambrian.CSharp.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.Bench.Typed;

/// <summary>The baselines: edits that know C#'s grammar, or its words, or only lines, but no types.</summary>
public static class SyntaxEdit
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Func<Artifact, Artifact, Random, Artifact>> All { get; } = new Dictionary<string, Func<Artifact, Artifact, Random, Artifact>>
    {
        ["untyped: expression for expression"] = (artifact, mate, random) => Exchange(artifact, mate, random, Nodes<ExpressionSyntax>),
        ["untyped: statement for statement"] = (artifact, mate, random) => Exchange(artifact, mate, random, Nodes<StatementSyntax>),
        ["untyped: word for word"] = (artifact, mate, random) => Exchange(artifact, mate, random, Words),
        ["untyped: line for line"] = (artifact, mate, random) => Exchange(artifact, mate, random, Lines),
    };

    // Another piece of the same sort, from the same program or from the mate's, in the place of a piece inside the evolve block.
    private static Artifact Exchange(Artifact artifact, Artifact mate, Random random, Func<string, IEnumerable<TextSpan>> pieces)
    {
        var (path, text) = artifact.Files.Single();
        var block = EvolveBlocks.Of(text)[0];
        TextSpan[] places = [.. pieces(text).Where(block.Contains)];
        var donor = random.Next(2) == 0 ? text : mate.Files.Values.Single();
        TextSpan[] donated = [.. pieces(donor).Where(EvolveBlocks.Of(donor)[0].Contains)];
        var place = places[random.Next(places.Length)];
        var piece = donated[random.Next(donated.Length)];
        return artifact.With(path, string.Concat(text.AsSpan(0, place.Start), donor.AsSpan(piece.Start, piece.Length), text.AsSpan(place.End)));
    }

    private static IEnumerable<TextSpan> Nodes<TNode>(string text)
        where TNode : SyntaxNode => Root(text).DescendantNodes().OfType<TNode>().Select(node => node.Span);

    private static IEnumerable<TextSpan> Words(string text) => Root(text).DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span);

    private static IEnumerable<TextSpan> Lines(string text) => SourceText.From(text).Lines.Select(line => line.Span).Where(line => line.Length > 0);

    private static SyntaxNode Root(string text) => CSharpSyntaxTree.ParseText(text).GetRoot();
}
