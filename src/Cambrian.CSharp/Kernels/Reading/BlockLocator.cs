using Cambrian.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>Finds the entry method and the part of it that may change.</summary>
internal static class BlockLocator
{
    private const string Start = "EVOLVE-BLOCK-START";
    private const string End = "EVOLVE-BLOCK-END";

    /// <summary>The method, its statements before the block, in it and after it, and the text around it; null with a reason.</summary>
    public static LocatedBlock? Find(Artifact artifact, string entry, out string reason)
    {
        var dot = entry.LastIndexOf('.');
        var (type, name) = (dot < 0 ? "" : entry[..dot], entry[(dot + 1)..]);
        foreach (var (path, text) in artifact.Files)
        {
            if (path.EndsWith(".cs", StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal))
            {
                var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
                if (root.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.ValueText == name && IsIn(method, type)) is { } method)
                {
                    return Locate(path, text, method, out reason);
                }
            }
        }

        reason = $"No method '{entry}' was found.";
        return null;
    }

    private static bool IsIn(MethodDeclarationSyntax method, string type) =>
        type.Length == 0 || (method.Parent is TypeDeclarationSyntax parent && type.Split('.')[^1] == parent.Identifier.ValueText);

    private static LocatedBlock? Locate(string path, string text, MethodDeclarationSyntax method, out string reason)
    {
        reason = "";
        if (!method.Modifiers.Any(SyntaxKind.StaticKeyword) || method.TypeParameterList is not null || method.ContainsDiagnostics)
        {
            reason = $"'{method.Identifier}' is not a plain static method without syntax errors.";
            return null;
        }

        if (method.ExpressionBody is { } arrow)
        {
            return Arrow(path, text, method, arrow, out reason);
        }

        if (method.Body is not { } body)
        {
            reason = $"'{method.Identifier}' has no body.";
            return null;
        }

        var start = text.IndexOf(Start, body.SpanStart, body.Span.Length, StringComparison.Ordinal);
        return start < 0 ? WholeBody(path, text, method, body, out reason) : BetweenMarkers(path, text, method, body, start, out reason);
    }

    private static LocatedBlock? Arrow(string path, string text, MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, out string reason)
    {
        if (!MayChange(text, arrow.SpanStart, out reason))
        {
            return null;
        }

        var indent = IndentAt(text, method.SpanStart);
        var head = text[..arrow.SpanStart].TrimEnd();
        var block = new BlockText(path, $"{head}\n{indent}{{\n", $"\n{indent}}}{text[method.Span.End..]}", indent + "    ");
        return new LocatedBlock(method, [], [SyntaxFactory.ReturnStatement(arrow.Expression)], [], block);
    }

    private static LocatedBlock? WholeBody(string path, string text, MethodDeclarationSyntax method, BlockSyntax body, out string reason)
    {
        if (!MayChange(text, body.SpanStart, out reason))
        {
            return null;
        }

        var indent = IndentAt(text, body.CloseBraceToken.SpanStart);
        var block = new BlockText(path, text[..body.OpenBraceToken.Span.End] + "\n", $"\n{indent}{text[body.CloseBraceToken.SpanStart..]}", indent + "    ");
        return new LocatedBlock(method, [], [.. body.Statements], [], block);
    }

    private static LocatedBlock? BetweenMarkers(string path, string text, MethodDeclarationSyntax method, BlockSyntax body, int start, out string reason)
    {
        var end = text.IndexOf(End, start, body.Span.End - start, StringComparison.Ordinal);
        if (end < 0 || text.IndexOf(Start, end, body.Span.End - end, StringComparison.Ordinal) >= 0)
        {
            reason = $"'{method.Identifier}' needs one {Start} and one {End}.";
            return null;
        }

        var (from, to) = (text.IndexOf('\n', start) + 1, text.LastIndexOf('\n', end) + 1);
        var indent = IndentAt(text, start);
        var (before, inside, after) = (
            body.Statements.Where(statement => statement.Span.End <= from),
            body.Statements.Where(statement => statement.SpanStart >= from && statement.Span.End <= to),
            body.Statements.Where(statement => statement.SpanStart >= to));
        var located = new LocatedBlock(method, [.. before], [.. inside], [.. after], new BlockText(path, text[..from], "\n" + text[to..], indent));
        reason = located.Before.Length + located.Inside.Length + located.After.Length == body.Statements.Count ? "" : "A marker lies inside a statement.";
        return reason.Length == 0 ? located : null;
    }

    // A file without markers may change as a whole; with markers, only what is between a pair of them.
    private static bool MayChange(string text, int position, out string reason)
    {
        var (start, end) = (text.LastIndexOf(Start, position, StringComparison.Ordinal), text.LastIndexOf(End, position, StringComparison.Ordinal));
        var marked = text.Contains(Start, StringComparison.Ordinal);
        reason = marked && start <= end ? "The entry method lies outside the evolve blocks." : "";
        return reason.Length == 0;
    }

    private static string IndentAt(string text, int position)
    {
        var line = text.LastIndexOf('\n', Math.Max(position - 1, 0)) + 1;
        var end = line;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[line..end];
    }
}
