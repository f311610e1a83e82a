using System.Text.Json;

namespace Cambrian.Contracts;

/// <summary>The case of a problem that asks for a construction: a set of points, a step function, a scheme.</summary>
/// <typeparam name="T">What a construction is made of: <see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
/// <param name="Size">What is asked for, as the problem's statement explains it: for instance number of points and dimension.</param>
/// <param name="Start">The construction to begin with, flat; empty for a start from scratch.</param>
public sealed record ConstructionCase<T>(int[] Size, T[] Start) : ISized
{
    /// <summary>Reads <c>case.json</c>, such as <c>{"size": [16, 2]}</c>, and <c>start.json</c>, an array of numbers, where there is one.</summary>
    /// <param name="dataFolder">The problem's data folder.</param>
    /// <exception cref="InvalidDataException">A file is missing, or holds something else; the message says what.</exception>
#pragma warning disable CA1000 // Nothing in a call could say what T is, so it has to be named there in any case.
    public static ConstructionCase<T> Read(string dataFolder)
#pragma warning restore CA1000
    {
        var size = Parse(Path.Combine(dataFolder, "case.json"), file => ConstructionJson.Read<int[]>(
            file is { ValueKind: JsonValueKind.Object } && file.TryGetProperty("size", out var given) ? given : throw new InvalidDataException("""there is no "size"; expected {"size": [16, 2]} or the like.""")));
        var start = Path.Combine(dataFolder, "start.json");
        return new ConstructionCase<T>(size, File.Exists(start) ? Parse(start, ConstructionJson.Read<T[]>) : []);
    }

    private static TPart Parse<TPart>(string path, Func<JsonElement, TPart> read)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path));
            return read(file.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"data/{Path.GetFileName(path)}: {fault.Message}", fault);
        }
    }
}
