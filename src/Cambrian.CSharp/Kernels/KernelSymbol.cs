using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>A name that a block may read: a parameter of the method, or a constant or local defined before the block.</summary>
/// <param name="Name">As in the source.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Definition">Its value in terms of symbols before it; null for a parameter.</param>
public sealed record KernelSymbol(string Name, KernelType Type, Expression? Definition = null)
{
    /// <summary>What expressions see.</summary>
    public Kind Kind => Type == KernelType.Bool ? Kind.Truth : Kind.Number;
}
