using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Puts a new expression in the place of a part.</summary>
public sealed class Replacement : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "replace";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var number = site.AnyNode(parent);
        return parent.Replace(number, site.Grow(parent.At(number).Kind, 0, 3));
    }
}
