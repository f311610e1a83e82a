using System.Text;
using Cambrian.CSharp.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>
/// Carries code to another place, in the same program or a relative: names that are unknown there become known ones of the
/// same type, and names it declares become new ones.
/// </summary>
/// <param name="donor">The program the code comes from.</param>
/// <param name="target">The program it goes to.</param>
/// <param name="random">Where chance comes from.</param>
internal sealed class Transplant(SourceProgram donor, SourceProgram target, Random random)
{
    private readonly Dictionary<Variable, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The text of a node as it must read at a place.</summary>
    /// <param name="node">A node of the donor.</param>
    /// <param name="place">The node of the target beside which, or in whose stead, the text will stand.</param>
    /// <param name="position">Where exactly: the start or the end of <paramref name="place"/>.</param>
    /// <param name="replaced">What the text stands in the stead of: names declared there become free.</param>
    /// <returns>Null when a name has no counterpart.</returns>
    public string? Rewrite(SyntaxNode node, SyntaxNode place, int position, TextSpan replaced = default)
    {
        if (node.DescendantNodesAndSelf().Any(part => part is InstanceExpressionSyntax))
        {
            // "this" and "base" mean nothing in static code, and let a constructor assign what nothing else may.
            return null;
        }

        var known = target.Known(place, position).ToArray();
        var control = target.ControlVariables(place);
        NameDeclarations(node, place, known, replaced);
        var writes = donor.UsesIn(node).Where(use => use.IsWrite).Select(use => use.Variable).ToHashSet();
        var renames = donor.DeclaredIn(node).Select(variable => (Identifier(variable.Declaration).Span, Name: _names[variable])).ToList();
        foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (donor.Unportable.Contains(name) || (donor.OwnNames.TryGetValue(name, out var meaning) && !target.OwnMembers.Contains(meaning)))
            {
                return null;
            }

            if (!donor.Uses.TryGetValue(name, out var use))
            {
                continue;
            }

            if (Counterpart(use.Variable, known, writes.Contains(use.Variable) ? control : null) is not { } counterpart)
            {
                return null;
            }

            renames.Add((name.Identifier.Span, counterpart));
        }

        var text = Rename(node, renames);
        return text.Contains(EvolveBlocks.StartMarker, StringComparison.Ordinal) || text.Contains(EvolveBlocks.EndMarker, StringComparison.Ordinal) ? null : text;
    }

    private string? Counterpart(Variable variable, Variable[] known, IReadOnlySet<Variable>? written)
    {
        if (_names.TryGetValue(variable, out var name))
        {
            return name;
        }

        bool Fits(Variable other) => other.Type == variable.Type && other.IsFunction == variable.IsFunction && other.IsAssigned
            && (written is null || (other.IsWritable && !written.Contains(other)));
        var fitting = known.Where(Fits).ToArray();
        var same = Array.Find(fitting, other => other.Name == variable.Name);
        var unused = fitting.Where(other => !_names.ContainsValue(other.Name)).ToArray();
        var chosen = same ?? (unused.Length > 0 ? unused[random.Next(unused.Length)] : fitting.Length > 0 ? fitting[random.Next(fitting.Length)] : null);
        return chosen is null ? null : _names[variable] = chosen.Name;
    }

    // A name must be new in the whole function: C# forbids one that an enclosing or enclosed block uses otherwise.
    private void NameDeclarations(SyntaxNode node, SyntaxNode place, Variable[] known, TextSpan replaced)
    {
        var declared = donor.DeclaredIn(node).ToArray();
        if (declared.Length == 0)
        {
            return;
        }

        var function = Outermost(place);
        _taken.UnionWith(known.Select(variable => variable.Name));
        _taken.UnionWith(target.DeclaredIn(function).Where(variable => !replaced.Contains(variable.Declaration.Span)).Select(variable => variable.Name));
        _taken.UnionWith(function.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !replaced.Contains(name.Span)).Select(name => name.Identifier.ValueText));
        foreach (var variable in declared)
        {
            _names[variable] = Fresh(variable.Name);
        }
    }

    private static SyntaxNode Outermost(SyntaxNode place)
    {
        var outermost = place;
        for (var function = Enclosing.Function(place); function is not null; function = Enclosing.Function(function))
        {
            outermost = function;
        }

        return outermost;
    }

    private string Fresh(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var fresh = name;
        for (var number = 2; !_taken.Add(fresh); number++)
        {
            fresh = $"{stem}{number}";
        }

        return fresh;
    }

    private static string Rename(SyntaxNode node, List<(TextSpan Span, string Name)> renames)
    {
        var source = node.SyntaxTree.GetText();
        var text = new StringBuilder();
        var from = node.SpanStart;
        foreach (var (span, name) in renames.OrderBy(rename => rename.Span.Start))
        {
            text.Append(source.ToString(TextSpan.FromBounds(from, span.Start))).Append(name);
            from = span.End;
        }

        return text.Append(source.ToString(TextSpan.FromBounds(from, node.Span.End))).ToString();
    }

    private static SyntaxToken Identifier(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        ForEachStatementSyntax each => each.Identifier,
        SingleVariableDesignationSyntax designation => designation.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        _ => throw new InvalidOperationException($"{declaration.GetType().Name} declares no variable; VariableReader must not have made one."),
    };
}
