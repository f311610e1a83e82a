using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>Finds what an expression computes more than once and is long enough to deserve a name.</summary>
internal static class SharedTerms
{
    private const int LeastSize = 5;

    /// <summary>The shared parts, each after those it contains.</summary>
    public static List<Expression> In(Expression rule)
    {
        Dictionary<Expression, int> uses = [];
        List<Expression> order = [];
        Count(rule, uses, order);
        return [.. order.Where(node => node.Size >= LeastSize && uses[node] > 1)];
    }

    // Counts from how many different places a part is used: a repeated part's own parts count once.
    private static void Count(Expression node, Dictionary<Expression, int> uses, List<Expression> order)
    {
        if (uses.TryGetValue(node, out var known))
        {
            uses[node] = known + 1;
            return;
        }

        uses.Add(node, 1);
        foreach (var operand in node.Operands)
        {
            Count(operand, uses, order);
        }

        order.Add(node);
    }
}
