namespace Cambrian.Bench.Kernels;

/// <summary>One instance, solved by this library and by others.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Size">The instance in a few words.</param>
/// <param name="Instance">What bench/peers/kernels.py needs to solve the same: "kind" and the numbers.</param>
/// <param name="Ours">Solves it.</param>
public sealed record KernelRow(string Name, string Size, IReadOnlyDictionary<string, object> Instance, Func<KernelAnswer> Ours)
{
    /// <summary>Solves it with MathNet.Numerics; null where that has no such kernel.</summary>
    public Func<KernelAnswer>? MathNet { get; init; }
}
