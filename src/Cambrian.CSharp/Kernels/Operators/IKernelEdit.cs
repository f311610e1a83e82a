using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>One way to make a new rule of an old one.</summary>
public interface IKernelEdit
{
    /// <summary>Its name in the ledger and in tables of operators.</summary>
    string Name { get; }

    /// <summary>A new rule of the same kind as the parent's; null when this edit finds nothing to do. Pure but for the site's random stream.</summary>
    /// <param name="parent">The rule to change.</param>
    /// <param name="mate">Another rule over the same names to take material from; the parent itself when there is none.</param>
    /// <param name="site">Randomness, names, constants, limits.</param>
    Expression? Apply(Expression parent, Expression mate, EditSite site);
}
