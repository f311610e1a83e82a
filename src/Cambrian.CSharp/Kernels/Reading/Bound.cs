using System.Runtime.InteropServices;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>A C# expression as it was understood. Ints carry the range their value lies in, as their arithmetic wraps around and a double's does not.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bound(Expression Value, KernelType Type, double Low = int.MinValue, double High = int.MaxValue)
{
    public bool IsInt => Type == KernelType.Int;

    public bool IsNumber => Type != KernelType.Bool;

    public static Bound Double(Expression value) => new(value, KernelType.Double);

    public static Bound Bool(Expression value) => new(value, KernelType.Bool);

    public static Bound Literal(int value) => new(Expression.Number(value), KernelType.Int, value, value);

    public static Bound Of(KernelType type, Expression value) => new(value, type);
}
