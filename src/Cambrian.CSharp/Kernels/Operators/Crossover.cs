using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Puts a part of the mate in the place of a part of the same kind (typed subtree crossover, Koza 1992, Montana 1995).</summary>
public sealed class Crossover : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "crossover";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var number = site.AnyNode(parent);
        var kind = parent.At(number).Kind;
        return site.PickNode(mate, node => node.Kind == kind) is { } donor ? parent.Replace(number, mate.At(donor)) : null;
    }
}
