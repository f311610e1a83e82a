using Cambrian.CSharp.Source.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants;

/// <summary>One edit, before it has a number.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Form">How it is made.</param>
/// <param name="Node">What it is made to.</param>
/// <param name="Phrase">What comes in place of the node; nothing for a deletion.</param>
/// <param name="Next">The second of two statements that change places; null otherwise.</param>
internal sealed record Alteration(MutantKind Kind, AlterationForm Form, SyntaxNode Node, Phrase Phrase = default, StatementSyntax? Next = null)
{
    /// <summary>What replaces the node; empty when nothing does.</summary>
    public string Text => Phrase.Text ?? Next?.ToString() ?? "";

    /// <summary>An expression with the same type in place of another.</summary>
    public static Alteration Of(MutantKind kind, SyntaxNode node, Phrase phrase) => new(kind, AlterationForm.Value, node, phrase);

    /// <summary>The edit as changes of text.</summary>
    public IReadOnlyList<SourceChange> Changes(SourceProgram program) => (Form, Node) switch
    {
        (AlterationForm.Deletion, StatementSyntax statement) => [DeleteStatement.WholeLines(program, statement)],
        (AlterationForm.Exchange, _) when Next is { } next => [SourceChange.Replace(Node, next.ToString()), SourceChange.Replace(next, Node.ToString())],
        (AlterationForm.Value, ExpressionSyntax expression) => [Phrase.InPlaceOf(expression)],
        _ => [SourceChange.Replace(Node, Text)],
    };
}
