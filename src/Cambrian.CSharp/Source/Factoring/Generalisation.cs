using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Factoring;

/// <summary>
/// The least general generalisation of expressions of one shape (Plotkin 1970): leaves that are the same literal in all stay;
/// every other column of leaves becomes a parameter, equal columns the same one.
/// </summary>
internal sealed class Generalisation
{
    /// <summary>Parameters whose arguments read differently, at most.</summary>
    public const int MostDifferences = 3;

    private const int MostParameters = 6;

    private readonly List<Factorable> _occurrences;
    private readonly int[] _parameterOf; // by leaf; -1 where it stays
    private readonly List<int> _firstLeaf = []; // by parameter

    private Generalisation(List<Factorable> occurrences)
    {
        _occurrences = occurrences;
        _parameterOf = [.. Enumerable.Range(0, occurrences[0].Leaves.Length).Select(ParameterOf)];
    }

    /// <summary>What is generalised.</summary>
    public IReadOnlyList<Factorable> Occurrences => _occurrences;

    /// <summary>The leaves of the first occurrence that the parameters stand for, in the parameters' order.</summary>
    public IEnumerable<Leaf> Parameters => _firstLeaf.Select(leaf => _occurrences[0].Leaves[leaf]);

    private int Differences => _firstLeaf.Count(leaf => _occurrences.Select(each => each.Leaves[leaf].Node.ToString()).Distinct(StringComparer.Ordinal).Skip(1).Any());

    /// <summary>Generalises expressions of one shape; null when too little is the same in them.</summary>
    public static Generalisation? Of(IEnumerable<Factorable> occurrences)
    {
        var all = new Generalisation([.. occurrences]);
        return all._firstLeaf.Count <= MostParameters && all.Differences <= MostDifferences ? all : null;
    }

    /// <summary>The parameters' names: the variable's where it has the same in all, else a new one.</summary>
    public ImmutableArray<string> Names()
    {
        var taken = _occurrences[0].Node.DescendantTokens().Select(token => token.ValueText).ToHashSet(StringComparer.Ordinal);
        return [.. _firstLeaf.Select(leaf => Shared(leaf) ?? FreshName.Like("value", taken))];
    }

    /// <summary>The first occurrence's text with parameters in place of what they stand for.</summary>
    public string Body(ImmutableArray<string> names)
    {
        var first = _occurrences[0];
        var source = first.Node.SyntaxTree.GetText();
        var text = new StringBuilder();
        var from = first.Node.SpanStart;
        for (var leaf = 0; leaf < _parameterOf.Length; leaf++)
        {
            if (_parameterOf[leaf] >= 0)
            {
                var span = first.Leaves[leaf].Node.Span;
                text.Append(source.ToString(TextSpan.FromBounds(from, span.Start))).Append(names[_parameterOf[leaf]]);
                from = span.End;
            }
        }

        return text.Append(source.ToString(TextSpan.FromBounds(from, first.Node.Span.End))).ToString();
    }

    /// <summary>What an occurrence gives to the parameters.</summary>
    public string Arguments(Factorable occurrence) => string.Join(", ", _firstLeaf.Select(leaf => occurrence.Leaves[leaf].Node.ToString()));

    private int ParameterOf(int leaf)
    {
        if (_occurrences.TrueForAll(each => each.Leaves[leaf] is { Variable: null } literal && literal.Identity.Equals(_occurrences[0].Leaves[leaf].Identity)))
        {
            return -1;
        }

        var known = _firstLeaf.FindIndex(other => _occurrences.TrueForAll(each => each.Leaves[other].Identity.Equals(each.Leaves[leaf].Identity)));
        if (known < 0)
        {
            _firstLeaf.Add(leaf);
        }

        return known < 0 ? _firstLeaf.Count - 1 : known;
    }

    private string? Shared(int leaf)
    {
        var name = _occurrences[0].Leaves[leaf].Node.ToString();
        return _occurrences.TrueForAll(each => each.Leaves[leaf].Variable is not null && each.Leaves[leaf].Node.ToString() == name) ? name : null;
    }
}
