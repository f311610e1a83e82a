using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Replaces a part by something of the same kind inside it.</summary>
public sealed class Shrinking : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "shrink";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        if (site.PickNode(parent, node => node.Operands.Any(operand => operand.Kind == node.Kind)) is not { } number)
        {
            return null;
        }

        var part = parent.At(number);
        return parent.Replace(number, site.Pick([.. part.Operands.Where(operand => operand.Kind == part.Kind)]));
    }
}
