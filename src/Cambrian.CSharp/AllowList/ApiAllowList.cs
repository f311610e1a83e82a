using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Cambrian.CSharp.AllowList;

/// <summary>
/// What candidates may use: numbers, strings, arrays, spans, collections, LINQ, seeded randomness and the declared toolbox.
/// No reflection, input or output, threads, clocks, unsafe or native code, and no static state, which would survive from one
/// case to the next. Whatever is not listed is refused. Immutable, safe to share.
/// </summary>
/// <param name="toolboxNamespaces">Namespaces of referenced assemblies whose types are all allowed, what is below them included.</param>
/// <param name="types">Further types allowed with all their members, by metadata name, for instance "Item" of an evaluator.</param>
public sealed class ApiAllowList(IEnumerable<string> toolboxNamespaces, IEnumerable<string> types)
{
    private readonly ImmutableArray<string> _toolbox = [.. toolboxNamespaces.Select(space => space + ".")];
    private readonly FrozenSet<string> _types = types.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The framework's harmless part, the whole numerical toolbox, and what agents exchange with the kernel.</summary>
    public static ApiAllowList Default { get; } = new(["Cambrian.Numerics", "Cambrian.Contracts.Agents"], []);

    /// <summary>Everything in a compilation's sources that is not allowed, asked of the compiler; empty when nothing.</summary>
    /// <param name="compilation">One without errors; in one with errors some uses may go unseen.</param>
    /// <param name="cancellation">Obeyed between syntax nodes.</param>
    public IReadOnlyList<ApiViolation> Check(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var violations = new List<ApiViolation>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            violations.AddRange(new SourceScreen(this, compilation.GetSemanticModel(tree), cancellation).Check());
        }

        return [.. violations.Distinct()];
    }

    internal bool AllowsType(string type) => ApiTable.AllowsType(type) || IsDeclared(type);

    internal bool AllowsMember(string type, string member, int parameters) => ApiTable.AllowsMember(type, member, parameters) || IsDeclared(type);

    private bool IsDeclared(string type) =>
        _types.Contains(type) || _toolbox.Any(space => type.StartsWith(space, StringComparison.Ordinal));
}
