using System.Collections.Immutable;
using Cambrian.Core;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>
/// Makes typed edits on demand: which operator, in which method, with whose material is somebody else's choice; only the exact
/// place is left to chance. The same operators as <see cref="SourceOperators"/>. Safe to share between threads.
/// </summary>
public sealed class SourceEditor
{
    private readonly SourceOptions _options;
    private readonly ProgramCache _programs;
    private readonly ImmutableSortedDictionary<string, ISourceEdit> _edits;

    /// <summary>An editor with a cache of its own.</summary>
    public SourceEditor(SourceOptions? options = null)
    {
        _options = options ?? new SourceOptions();
        _programs = new ProgramCache(_options);
        _edits = SourceOperators.Edits(_options).ToImmutableSortedDictionary(edit => edit.Name, edit => edit, StringComparer.Ordinal);
    }

    /// <summary>The operators' names, and whether each takes material from a second program.</summary>
    public IReadOnlyList<(string Name, bool NeedsMate)> Operators => [.. _edits.Values.Select(edit => (edit.Name, edit.NeedsMate))];

    /// <summary>The methods of a program that may change; none when it does not parse.</summary>
    public IReadOnlyList<EditableMethod> Methods(Artifact program, CancellationToken cancellation) =>
        _programs.Get(program, cancellation) is { } read ? [.. MethodRegion.Of(read).Select(region => new EditableMethod(region.Function.Name, region.Text))] : [];

    /// <summary>Makes one edit.</summary>
    /// <param name="program">What is changed.</param>
    /// <param name="mate">Where material comes from, for an operator that needs it.</param>
    /// <param name="order">Which edit, and where.</param>
    /// <param name="cancellation">Obeyed between attempts.</param>
    /// <returns>What came of it; null when there is no such operator or method, or no place for the edit was found.</returns>
    public SourceEdition? Apply(Artifact program, Artifact mate, EditOrder order, CancellationToken cancellation)
    {
        if (!_edits.TryGetValue(order.Operator, out var edit) || _programs.Get(program, cancellation) is not { } read || Places(read, order.Method) is not { IsEmpty: false } places)
        {
            return null;
        }

        var material = edit.NeedsMate ? _programs.Get(mate, cancellation) : read;
        var random = Randomness.From(order.Seed);
        // Where places are few, most attempts land elsewhere; one costs microseconds.
        var attempts = order.Method.Length == 0 ? _options.Attempts : 8 * _options.Attempts;
        for (var attempt = 0; attempt < attempts && material is not null; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (edit.Try(read, material, random) is { } changes && SourceChange.Apply(read, changes, places, _options.LongestChild) is { } child)
            {
                return new SourceEdition(child, edit.Labelled(changes));
            }
        }

        return null;
    }

    /// <summary>Puts a text in place of the changeable part of a method's body. Nothing is checked but that it stays inside.</summary>
    /// <returns>The child; null when there is no such method, or the text would open an evolve block.</returns>
    public Artifact? Rewrite(Artifact program, string method, string text, CancellationToken cancellation)
    {
        if (_programs.Get(program, cancellation) is not { } read || MethodRegion.Of(read).FirstOrDefault(region => region.Function.Name == method) is not { } region)
        {
            return null;
        }

        return SourceChange.Apply(read, [new SourceChange(region.Parts[0].SyntaxTree, region.Span, text)], read.Blocks, _options.LongestChild);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> Places(SourceProgram program, string method) => method.Length == 0
        ? program.Blocks
        : MethodRegion.Of(program)
            .Where(region => region.Function.Name == method)
            .GroupBy(region => program.FileOf(region.Parts[0]).Path, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(inFile => inFile.Key, inFile => inFile.SelectMany(region => Places(program, region)).ToImmutableArray(), StringComparer.Ordinal);

    // What is taken out of a method may stand beside it.
    private static IEnumerable<TextSpan> Places(SourceProgram program, MethodRegion region) =>
        NewMember.PlaceAfter(program, (MethodDeclarationSyntax)region.Function.Declaration) is { } beside ? [region.Span, beside] : [region.Span];
}
