using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Replaces an operation by another one over the same kinds: + by max, below by above, and by or.</summary>
public sealed class OperatorReplacement : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "operator";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        if (site.PickNode(parent, node => node.Operation >= Operation.Negate) is not { } number)
        {
            return null;
        }

        var part = parent.At(number);
        var operations = part.Kind == Kind.Number ? site.Vocabulary.NumberOperations : site.Vocabulary.TruthOperations;
        List<Operation> others =
        [
            .. operations.Select(choice => choice.Operation)
                .Where(other => other != part.Operation && other >= Operation.Negate && Operations.OperandsOf(other).SequenceEqual(Operations.OperandsOf(part.Operation))),
        ];
        return others.Count == 0 ? null : parent.Replace(number, Expression.Of(site.Pick(others), part.Operands));
    }
}
