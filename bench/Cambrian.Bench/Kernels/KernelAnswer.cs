namespace Cambrian.Bench.Kernels;

/// <summary>What a kernel came to.</summary>
/// <param name="Value">The objective, or a sum that stands for the answer.</param>
/// <param name="Calls">How often it called the function of the problem; 0 where there is none.</param>
public sealed record KernelAnswer(double Value, long Calls = 0);
