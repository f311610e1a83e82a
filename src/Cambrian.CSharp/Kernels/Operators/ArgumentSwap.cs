using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Exchanges two operands of one kind where their order matters: a − b, a / b, c ? a : b.</summary>
public sealed class ArgumentSwap : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "swap";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        if (site.PickNode(parent, node => node.Operands.Length > 1 && !Operations.IsCommutative(node.Operation) && node.Operands[^1].Kind == node.Operands[^2].Kind) is not { } number)
        {
            return null;
        }

        var part = parent.At(number);
        var (last, before) = (part.Operands[^1], part.Operands[^2]);
        return parent.Replace(number, part.With(part.Operands.SetItem(part.Operands.Length - 1, before).SetItem(part.Operands.Length - 2, last)));
    }
}
