using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cambrian.Chips.Incremental;

/// <summary>
/// Rounds to multiples of 2⁻⁴⁰. Sums and differences of such numbers below 2¹³ are exact in double precision, in any order: adding a macro to a map and
/// taking it away again leaves the same bits, and a cost after a million moves equals one computed afresh.
/// </summary>
internal static class Quantum
{
    // Adding it pushes bits below 2⁻⁴⁰ out of a double's 53; subtracting it leaves the rounded number (Dekker's trick).
    private const double Pusher = 1.5 * (1L << 12);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Round(double value) => value + Pusher - Pusher;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Round(Vector<double> value) => value + new Vector<double>(Pusher) - new Vector<double>(Pusher);
}
