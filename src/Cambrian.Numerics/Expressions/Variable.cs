using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Expressions;

/// <summary>An input that expressions may read.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lower">Least value that occurs, if known; constants are drawn from the range.</param>
/// <param name="Upper">Greatest value that occurs, if known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Variable(int Index, Kind Kind, double Lower = double.NaN, double Upper = double.NaN)
{
    /// <summary>Whether both ends of the range are known, and differ.</summary>
    public bool HasRange => Lower < Upper;
}
