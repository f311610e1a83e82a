using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Brings in an input, one that is not read yet if there is any: in the place of a leaf, or joined to a part.</summary>
public sealed class FeatureInjection : IKernelEdit
{
    private static readonly Operation[] Joints = [Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide, Operation.Min, Operation.Max];

    /// <inheritdoc/>
    public string Name => "feature";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        var read = parent.Nodes().Where(node => node.Operation == Operation.Parameter).Select(node => node.Index).ToHashSet();
        List<Variable> unread = [.. site.Vocabulary.Variables.Where(variable => !read.Contains(variable.Index))];
        IReadOnlyList<Variable> variables = unread.Count > 0 ? unread : site.Vocabulary.Variables;
        if (variables.Count == 0)
        {
            return null;
        }

        var variable = site.Pick(variables);
        var feature = Expression.Parameter(variable.Index, variable.Kind);
        var leaf = site.Chance(0.3);
        if (site.PickNode(parent, node => node.Kind == feature.Kind && (!leaf || node.Operands.IsEmpty)) is not { } number)
        {
            return null;
        }

        return parent.Replace(number, leaf ? feature : Joined(parent.At(number), feature, site));
    }

    private static Expression Joined(Expression part, Expression feature, EditSite site)
    {
        if (part.Kind == Kind.Truth)
        {
            return Expression.Of(site.Pick([Operation.And, Operation.Or]), part, feature);
        }

        var term = site.Chance(0.5) ? Expression.Of(Operation.Multiply, feature, Expression.Number(site.Constant())) : feature;
        return Expression.Of(site.Pick(Joints), part, term);
    }
}
