using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Cambrian.Contracts;

/// <summary>Reads constructions from JSON as people publish them.</summary>
internal static class ConstructionJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    // Ours goes by its name; the others' files have one array, and words about it.
    private const string Member = "construction";

    /// <summary>Reads a construction.</summary>
    /// <param name="file">
    /// The construction, or an object with a member "construction", or one with a single array, which then is it. Where numbers in a row
    /// are wanted, arrays in arrays are taken one after the other, and texts that are numbers count as such.
    /// </param>
    /// <exception cref="InvalidDataException">The file has another shape; the message says which was given, which expected.</exception>
    public static T Read<T>(JsonElement file)
    {
        if (file.ValueKind == JsonValueKind.Object && file.TryGetProperty(Member, out var named))
        {
            return Read<T>(named);
        }

        return typeof(T) == typeof(double[]) ? (T)(object)Numbers<double>(Single(file))
            : typeof(T) == typeof(int[]) ? (T)(object)Numbers<int>(Single(file))
            : typeof(T) == typeof(long[]) ? (T)(object)Numbers<long>(Single(file))
            : Whole<T>(file);
    }

    private static T Whole<T>(JsonElement file)
    {
        try
        {
            return file.Deserialize<T>(Json) ?? throw new InvalidDataException("the construction is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"this is no construction of this problem: {fault.Message}", fault);
        }
    }

    private static JsonElement Single(JsonElement file)
    {
        if (file.ValueKind == JsonValueKind.Array)
        {
            return file;
        }

        if (file.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"given was {Describe(file)}; expected an array of numbers, or an object with one.");
        }

        JsonProperty[] arrays = [.. file.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array)];
        return arrays is [var only]
            ? only.Value
            : throw new InvalidDataException(
                $"the object has {arrays.Length} arrays ({string.Join(", ", arrays.Select(array => $"\"{array.Name}\""))}); expected one, or a member \"{Member}\" that says which it is.");
    }

    private static T[] Numbers<T>(JsonElement array)
        where T : INumber<T>
    {
        List<T> numbers = [];
        Collect(array, "", numbers);
        return [.. numbers];
    }

    private static void Collect<T>(JsonElement element, string place, List<T> numbers)
        where T : INumber<T>
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, part) in element.EnumerateArray().Index())
            {
                Collect(part, $"{place}[{index}]", numbers);
            }

            return;
        }

        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : element.ValueKind == JsonValueKind.Number ? element.GetRawText() : null;
        numbers.Add(T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"{place} is {Describe(element)}; expected {(typeof(T) == typeof(double) ? "a number" : $"a whole number of at most {T.CreateSaturating(double.MaxValue):G} in size")}."));
    }

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText() is { Length: > 40 } text ? $"{text[..39]}…" : element.GetRawText(),
    };
}
