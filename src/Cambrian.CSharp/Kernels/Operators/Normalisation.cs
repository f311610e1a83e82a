using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Replaces a leaf by a relation of two inputs (a quotient, a difference, a comparison), so that a rule carries over to other sizes.</summary>
public sealed class Normalisation : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "relation";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        List<Variable> numbers = [.. site.Vocabulary.Variables.Where(variable => variable.Kind == Kind.Number)];
        if (numbers.Count < 2 || site.PickNode(parent, node => node.Operands.IsEmpty || node.Operation is >= Operation.Less and <= Operation.GreaterOrEqual) is not { } number)
        {
            return null;
        }

        var (first, second) = (Expression.Parameter(site.Pick(numbers).Index), Expression.Parameter(site.Pick(numbers).Index));
        var relation = parent.At(number).Kind == Kind.Truth
            ? Expression.Of(site.Pick([Operation.Less, Operation.Greater]), first, Expression.Of(Operation.Multiply, Expression.Number(site.Constant()), second))
            : Expression.Of(site.Pick([Operation.Divide, Operation.Divide, Operation.Subtract]), first, second);
        return parent.Replace(number, relation);
    }
}
