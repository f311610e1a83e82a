namespace Cambrian.Numerics.Optimisation;

/// <summary>Several functions of the same variables, with their derivatives where these are asked for.</summary>
/// <param name="x">n long.</param>
/// <param name="values">m long; receives the values.</param>
/// <param name="jacobian">m × n, row by row; receives the derivatives. Empty when they are not wanted.</param>
public delegate void VectorFunction(ReadOnlySpan<double> x, Span<double> values, Span<double> jacobian);
