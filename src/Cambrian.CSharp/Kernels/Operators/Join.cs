using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>One parent where a new condition holds, the other elsewhere; of the other as much as there is room for.</summary>
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
        var room = site.MaxSize - condition.Size - parent.Size - 1;
        if (mate.Size > room)
        {
            var numbers = EditSite.Numbers(mate, node => node.Kind == mate.Kind && node.Size <= room && node.Size > 1);
            if (numbers.IsEmpty)
            {
                return null;
            }

            mate = mate.At(site.Pick(numbers));
        }

        return site.Chance(0.5) ? Expression.If(condition, parent, mate) : Expression.If(condition, mate, parent);
    }
}
