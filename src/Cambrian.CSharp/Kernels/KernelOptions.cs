using Cambrian.Core.Policies;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>How kernels are edited.</summary>
public sealed record KernelOptions
{
    /// <summary>Largest rule in nodes; larger children are not offered. Default 64.</summary>
    public int MaxSize { get; init; } = 64;

    /// <summary>Tries to make a child before giving up. Default 12.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Tries spent on a child whose values differ from the parent's on the probes; afterwards any is taken. Default 4.</summary>
    public int AttemptsToDiffer { get; init; } = 4;

    /// <summary>Operations new material is grown from; its inputs and functions are those of the problem.</summary>
    public Vocabulary Vocabulary { get; init; } = new();

    /// <summary>The policy, of which the sizes of steps of constants are taken; the engine's own by default.</summary>
    public Laws Laws { get; init; } = Laws.Default;
}
