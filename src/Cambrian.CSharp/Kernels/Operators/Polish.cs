using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Moves all constants together by steps of one random scale: a stateless step of a (1+1) evolution strategy whose parent is the program.</summary>
public sealed class Polish : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "polish";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var scale = site.Scale();
        var child = parent.Rewrite(node => node is { Operation: Operation.Literal, Kind: Kind.Number } ? Expression.Number(site.Jitter(node.Value, scale)) : node);
        return ReferenceEquals(child, parent) ? null : child;
    }
}
