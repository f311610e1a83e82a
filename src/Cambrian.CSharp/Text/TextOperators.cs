using System.Collections.Immutable;
using Cambrian.CSharp.Text.Edits;

namespace Cambrian.CSharp.Text;

/// <summary>The text edits, as proposers: for programs in languages whose meaning is not known here.</summary>
public static class TextOperators
{
    /// <summary>All of them, always in the same order.</summary>
    public static ImmutableArray<TextProposer> All(TextOptions? options = null)
    {
        ITextEdit[] edits =
        [
            new TuneNumbers(all: false),
            new TuneNumbers(all: true),
            new ReplaceToken(),
            new DeleteLines(),
            new CopyLines(fromMate: false),
            new CopyLines(fromMate: true),
            new MoveLines(exchange: false),
            new MoveLines(exchange: true),
        ];
        var chosen = options ?? new TextOptions();
        return [.. edits.Select(edit => new TextProposer(edit, chosen))];
    }
}
