using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cambrian.Worker;

/// <summary>How cases and answers travel: arrays of numbers as they are in memory, anything else as JSON.</summary>
/// <typeparam name="T">The type of the case or answer.</typeparam>
internal static class Wire<T>
{
    /// <summary>What is not an array of numbers travels as JSON with these options.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        IncludeFields = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static byte[] Write(T value) => value switch
    {
        byte[] bytes => bytes,
        short[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(),
        int[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(),
        long[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(),
        double[] numbers => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(),
        null => [],
        _ => JsonSerializer.SerializeToUtf8Bytes(value, Json),
    };

    public static T Read(ReadOnlySpan<byte> bytes) => (T)Parse(bytes)!;

    private static object? Parse(ReadOnlySpan<byte> bytes)
    {
        if (typeof(T) == typeof(byte[]))
        {
            return bytes.ToArray();
        }

        if (typeof(T) == typeof(short[]))
        {
            return MemoryMarshal.Cast<byte, short>(bytes).ToArray();
        }

        if (typeof(T) == typeof(int[]))
        {
            return MemoryMarshal.Cast<byte, int>(bytes).ToArray();
        }

        if (typeof(T) == typeof(long[]))
        {
            return MemoryMarshal.Cast<byte, long>(bytes).ToArray();
        }

        if (typeof(T) == typeof(double[]))
        {
            return MemoryMarshal.Cast<byte, double>(bytes).ToArray();
        }

        return bytes.IsEmpty ? null : JsonSerializer.Deserialize<T>(bytes, Json);
    }
}
