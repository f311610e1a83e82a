using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Makes the rule smaller: by the identities of real numbers, or by putting a leaf in the place of a part.</summary>
public sealed class Simplification : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "simplify";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var simple = parent.Simplify(Algebra.Real);
        if (simple.Size < parent.Size && site.Chance(0.5))
        {
            return simple;
        }

        if (site.PickNode(parent, node => node is { Operands.IsEmpty: false, Size: <= 12 }) is not { } number)
        {
            return null;
        }

        var part = parent.At(number);
        List<Expression> leaves = [.. part.Nodes().Where(node => node.Operands.IsEmpty && node.Kind == part.Kind)];
        var leaf = leaves.Count > 0 && site.Chance(0.7) ? site.Pick(leaves) : part.Kind == Kind.Truth ? Expression.Truth(site.Chance(0.5)) : Expression.Number(site.Constant());
        return parent.Replace(number, leaf).Simplify(Algebra.Real);
    }
}
