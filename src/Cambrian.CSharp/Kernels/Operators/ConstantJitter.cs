using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Moves one constant, now and then a second, by a step of random scale; or draws it anew.</summary>
public sealed class ConstantJitter : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "constant";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var numbers = EditSite.Numbers(parent, node => node is { Operation: Operation.Literal, Kind: Kind.Number });
        if (numbers.IsEmpty)
        {
            return null;
        }

        var child = parent;
        do
        {
            var number = site.Pick(numbers);
            var value = child.At(number).Value;
            child = child.Replace(number, Expression.Number(site.Chance(0.15) ? site.Constant() : site.Jitter(value, site.Scale())));
        }
        while (site.Chance(0.3));
        return child;
    }
}
