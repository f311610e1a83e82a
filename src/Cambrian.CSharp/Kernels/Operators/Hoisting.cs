using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Makes a part the whole (hoist mutation, Kinnear 1993).</summary>
public sealed class Hoisting : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "hoist";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site) =>
        site.PickNode(parent, node => node.Kind == parent.Kind && node.Size > 2 && node.Size < parent.Size) is { } number ? parent.At(number) : null;
}
