using System.Runtime.InteropServices;

namespace Cambrian.Bench.Typed;

/// <summary>What became of an operator's children.</summary>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Made">Children it made that differ from their parent.</param>
/// <param name="Compiled">Those that compile and stay within the allow-list.</param>
/// <param name="Microseconds">CPU time of proposing, all together.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally(int Asked, int Made, int Compiled, double Microseconds)
{
    /// <summary>Percent of the children that compile; NaN without children.</summary>
    public double Share => 100.0 * Compiled / Made;

    /// <summary>Both together.</summary>
    public Tally And(Tally other) => new(Asked + other.Asked, Made + other.Made, Compiled + other.Compiled, Microseconds + other.Microseconds);
}
