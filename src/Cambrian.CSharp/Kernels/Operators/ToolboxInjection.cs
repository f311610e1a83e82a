using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Puts a call of a toolbox function in the place of a part, which becomes one of its arguments where it fits.</summary>
public sealed class ToolboxInjection : IKernelEdit
{
    /// <inheritdoc/>
    public string Name => "toolbox";

    /// <inheritdoc/>
    public Expression? Apply(Expression parent, Expression mate, EditSite site)
    {
        if (site.Vocabulary.Functions.IsEmpty)
        {
            return null;
        }

        var function = site.Pick(site.Vocabulary.Functions);
        if (site.PickNode(parent, node => node.Kind == function.Result) is not { } number)
        {
            return null;
        }

        var part = parent.At(number);
        var place = site.Chance(0.7) ? function.Parameters.IndexOf(part.Kind) : -1;
        return parent.Replace(number, Expression.Call(function, [.. function.Parameters.Select((kind, i) => i == place ? part : site.Grow(kind, 0, 1))]));
    }
}
