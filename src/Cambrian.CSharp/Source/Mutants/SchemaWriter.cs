using System.Text;
using Cambrian.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Mutants;

/// <summary>
/// Writes one program that holds every mutant of another (mutant schemata: Untch, Offutt, Harrold 1993): wherever an edit could be made, the program asks
/// a switch which text counts. Loops and calls also use up fuel.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="alterations">The edits; the first is mutant 1.</param>
internal sealed class SchemaWriter(SourceProgram program, IReadOnlyList<Alteration> alterations)
{
    private const string Switch = "MutantSwitch";
    private const int Outermost = 0;
    private const int Statement = 1;
    private const int Expression = 2;

    private readonly List<Insertion> _insertions = [];
    private readonly List<(string Path, TextSpan Span, int Mutant)> _pieces = [];

    /// <summary>Where each mutant's own text stands in the schema.</summary>
    public IReadOnlyList<(string Path, TextSpan Span, int Mutant)> Pieces => _pieces;

    /// <summary>The schema, without the switch.</summary>
    public Artifact Write()
    {
        var numbered = alterations.Index().Select(pair => (Mutant: pair.Index + 1, Alteration: pair.Item)).ToList();
        foreach (var group in numbered.Where(pair => pair.Alteration.Node is ExpressionSyntax).GroupBy(pair => pair.Alteration.Node))
        {
            Choose(group.Key, [.. group]);
        }

        foreach (var (mutant, alteration) in numbered.Where(pair => pair.Alteration.Form == AlterationForm.Jump))
        {
            _insertions.Add(new(alteration.Node, Opens: true, Statement, [(mutant, $"if ({Switch}.Is({mutant})) {alteration.Text} else ")]));
        }

        Skip(numbered);
        program.Files.SelectMany(file => file.Root.DescendantNodes()).ToList().ForEach(Fuel);
        return new Artifact(program.Files.Select(file => KeyValuePair.Create(file.Path, Write(file))));
    }

    private void Choose(SyntaxNode node, IReadOnlyList<(int Mutant, Alteration Alteration)> choices)
    {
        var start = choices[0].Alteration.Form == AlterationForm.Effect ? "_ = (" : "(";
        _insertions.Add(new(node, Opens: true, Expression, [(0, start), .. choices.Select(choice => (choice.Mutant, $"{Switch}.Is({choice.Mutant}) ? ({choice.Alteration.Text}) : ")), (0, "(")]));
        _insertions.Add(new(node, Opens: false, Expression, [(0, "))")]));
    }

    // Of two statements that change places, the second is written before the first, and left out where it stood.
    private void Skip(IReadOnlyList<(int Mutant, Alteration Alteration)> numbered)
    {
        foreach (var (mutant, alteration) in numbered.Where(pair => pair.Alteration.Next is not null))
        {
            _insertions.Add(new(alteration.Node, Opens: true, Outermost, [(mutant, $"if ({Switch}.Is({mutant})) {{ {alteration.Next} }} ")]));
        }

        var skips = numbered.Where(pair => pair.Alteration.Form is AlterationForm.Deletion or AlterationForm.Exchange)
            .GroupBy(pair => pair.Alteration.Next ?? pair.Alteration.Node, pair => pair.Mutant);
        foreach (var skipped in skips)
        {
            // Without short circuit: all of them are reached.
            _insertions.Add(new(skipped.Key, Opens: true, Statement, [(0, $"if (!({string.Join(" | ", skipped.Select(mutant => $"{Switch}.Is({mutant})"))})) ")]));
        }
    }

    private void Fuel(SyntaxNode node)
    {
        if (Enclosing.IsLoop(node) && Enclosing.Body(node) is { } body)
        {
            _insertions.AddRange(Insertion.Around(body, Outermost, $"{{ {Switch}.Burn(); ", " }"));
        }

        var (block, arrow, result) = node switch
        {
            MethodDeclarationSyntax method => (method.Body, method.ExpressionBody, method.ReturnType),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody, function.ReturnType),
            _ => (null, null, null),
        };
        if (block is not null)
        {
            _insertions.AddRange(Insertion.Around(block, Outermost, $"{{ {Switch}.Enter(); ", " }"));
        }
        else if (arrow is not null && result is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
        {
            _insertions.AddRange(Insertion.Around(arrow.Expression, Outermost, $"{Switch}.Enter() ? (", ") : throw new Exception()"));
        }
    }

    private string Write(SourceFile file)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var insertion in Insertion.InOrder(_insertions.Where(insertion => insertion.Node.SyntaxTree == file.Root.SyntaxTree)))
        {
            text.Append(file.Text, from, insertion.Position - from);
            from = insertion.Position;
            foreach (var (mutant, piece) in insertion.Pieces)
            {
                _pieces.Add((file.Path, new TextSpan(text.Length, piece.Length), mutant));
                text.Append(piece);
            }
        }

        return text.Append(file.Text, from, file.Text.Length - from).ToString();
    }
}
