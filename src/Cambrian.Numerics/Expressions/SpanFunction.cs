namespace Cambrian.Numerics.Expressions;

/// <summary>A function of any number of arguments; truths are 0 and 1.</summary>
/// <param name="arguments">The arguments in order.</param>
public delegate double SpanFunction(ReadOnlySpan<double> arguments);
