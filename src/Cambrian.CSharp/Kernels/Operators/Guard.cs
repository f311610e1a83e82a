using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Keeps a part only where a new condition holds; elsewhere something new, or a part of the mate.</summary>
public sealed class Guard : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "guard";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var number = site.Chance(0.3) ? 0 : site.AnyNode(parent);
        var part = parent.At(number);
        var other = site.Chance(0.3) && site.PickNode(mate, node => node.Kind == part.Kind) is { } donor ? mate.At(donor) : site.Grow(part.Kind, 0, 2);
        return parent.Replace(number, Expression.If(site.Grow(Kind.Truth, 0, 2), part, other));
    }
}
