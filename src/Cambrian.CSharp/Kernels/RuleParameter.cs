namespace Cambrian.CSharp.Kernels;

/// <summary>What is known of one parameter of a rule.</summary>
/// <param name="Name">As in the method's header.</param>
/// <param name="Lower">Least value that occurs; NaN when unknown.</param>
/// <param name="Upper">Greatest value that occurs; NaN when unknown.</param>
/// <param name="Description">What it means, for people and models.</param>
public sealed record RuleParameter(string Name, double Lower = double.NaN, double Upper = double.NaN, string Description = "");
