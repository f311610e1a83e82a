using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Makes a part the operand of a new operation: x becomes x + new, new / x, min(x, new) …</summary>
public sealed class Insertion : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "grow";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var number = site.AnyNode(parent);
        var part = parent.At(number);
        var operations = part.Kind == Kind.Number ? site.Vocabulary.NumberOperations : site.Vocabulary.TruthOperations;
        List<Operation> fitting = [.. operations.Select(choice => choice.Operation).Where(operation => Operations.OperandsOf(operation).Contains(part.Kind))];
        if (fitting.Count == 0)
        {
            return null;
        }

        var operation = site.Pick(fitting);
        var kinds = Operations.OperandsOf(operation);
        var place = site.Random.Next(kinds.Length);
        return parent.Replace(number, Expression.Of(operation, [.. kinds.Select((kind, i) => i == place ? part : site.Grow(kind, 0, 2))]));
    }
}
