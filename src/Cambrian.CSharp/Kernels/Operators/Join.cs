using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>One parent where a new condition holds, the other elsewhere.</summary>
public sealed class Join : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "join";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        if (mate.Equals(parent) || mate.Kind != parent.Kind)
        {
            return null;
        }

        // A condition of the mate is one that has proved of use.
        var condition = site.Chance(0.3) && site.PickNode(mate, node => node.Kind == Kind.Truth) is { } donor ? mate.At(donor) : site.Grow(Kind.Truth, 0, 1);
        return site.Chance(0.5) ? Expression.If(condition, parent, mate) : Expression.If(condition, mate, parent);
    }
}
