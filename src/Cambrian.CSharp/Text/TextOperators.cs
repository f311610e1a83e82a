using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Text.Edits;
using Cambrian.CSharp.Text.Edits.Arrays;

namespace Cambrian.CSharp.Text;

/// <summary>The text edits, as proposers: for programs in languages whose meaning is not known here.</summary>
public static class TextOperators
{
    /// <summary>All those for programs in any language, always in the same order.</summary>
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
        return Proposers(edits, options);
    }

    /// <summary>Those that suit a program: to the ones for every language come others for what it uses.</summary>
    public static ImmutableArray<TextProposer> For(Artifact program, TextOptions? options = null)
    {
        List<ITextEdit> edits = [];
        if (program.Files.Keys.Any(path => path.EndsWith(".py", StringComparison.Ordinal)))
        {
            edits.Add(new GrowExpression());
        }

        if (program.Files.Values.Any(text => ExchangeString.Words(text).Count >= ExchangeString.FewestWords))
        {
            edits.Add(new ExchangeString());
        }

        if (NumPy.IsUsedIn(program.Files.Values))
        {
            edits.AddRange([new NudgeArray(), new FillArray()]);
        }

        return [.. All(options), .. Proposers(edits, options)];
    }

    private static ImmutableArray<TextProposer> Proposers(IEnumerable<ITextEdit> edits, TextOptions? options)
    {
        var chosen = options ?? new TextOptions();
        return [.. edits.Select(edit => new TextProposer(edit, chosen))];
    }
}
