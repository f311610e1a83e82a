using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cambrian.Core;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>
/// Reads the JSON object that an evaluator's program prints: the whole of standard output, or its end, so that a program may log
/// before it reports. Never throws, whatever it is given.
/// </summary>
/// <param name="scoreField">The field that holds the score.</param>
internal sealed class ReportParser(string scoreField)
{
    private const int Attempts = 16;
    private const int Shown = 200;
    private const int FeedbackCharacters = 8000;
    private readonly string _expected =
        $"expected as the last line one JSON object such as {{\"{scoreField}\": 1.5, \"feedback\": \"…\"}}, or {{\"valid\": false, \"feedback\": \"why\"}}";

    /// <summary>Reads standard output.</summary>
    public Report Parse(ReadOnlyMemory<byte> output)
    {
        if (output.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Report.Without(Outcome.Failed, $"it printed nothing; {_expected}.");
        }

        // Text that is not UTF-8 is read as far as it can be, and shows up as such in names and remarks.
        using var document = FindObject(Utf8.IsValid(output.Span) ? output : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(output.Span)));
        return document is null ? Report.Without(Outcome.Failed, $"it printed {Show(output)}; {_expected}.{Hint(output)}") : Read(document.RootElement);
    }

    // From the end: the first line that opens an object which goes on to the end of the output, or to the end of its line.
    private static JsonDocument? FindObject(ReadOnlyMemory<byte> output)
    {
        var end = output.Length;
        for (var attempt = 0; attempt < Attempts && end > 0; attempt++)
        {
            var start = output.Span[..end].TrimEnd("\r\n "u8).LastIndexOf((byte)'\n') + 1;
            if (TryParse(output[start..end]) is { } line)
            {
                return line;
            }

            if (TryParse(output[start..]) is { } rest)
            {
                return rest;
            }

            end = start;
        }

        return TryParse(output);
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> text)
    {
        if (!text.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Report Read(JsonElement root)
    {
        var feedback = root.TryGetProperty("feedback", out var remark) && remark.ValueKind == JsonValueKind.String ? Shorten(Text(remark), FeedbackCharacters) : "";
        if (root.TryGetProperty("valid", out var valid) && valid.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return Wrong("valid", valid, "true or false");
        }

        if (valid.ValueKind == JsonValueKind.False)
        {
            return Report.Without(Outcome.Invalid, feedback.Length > 0 ? feedback : "the evaluator calls it invalid and gives no reason");
        }

        if (ReadCases(root, out var cases) is { } badCases)
        {
            return badCases;
        }

        if (ReadMetrics(root, out var metrics) is { } badMetrics)
        {
            return badMetrics;
        }

        return ReadScore(root, cases, out var score) ?? new Report { Score = score, Cases = cases, Metrics = metrics, Feedback = feedback };
    }

    // Without a score of its own, a report's score is the mean of its cases.
    private Report? ReadScore(JsonElement root, ImmutableArray<double> cases, out double score)
    {
        score = cases.IsEmpty ? double.NaN : cases.Average();
        if (!root.TryGetProperty(scoreField, out var element))
        {
            return double.IsFinite(score) ? null : Report.Without(Outcome.Failed, $"the object it printed has no \"{scoreField}\"; {_expected}.");
        }

        return TryNumber(element, out score) ? null : Wrong(scoreField, element, "a finite number");
    }

    private static Report? ReadCases(JsonElement root, out ImmutableArray<double> cases)
    {
        cases = [];
        if (!root.TryGetProperty("cases", out var array))
        {
            return null;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            return Wrong("cases", array, "an array of numbers");
        }

        var numbers = ImmutableArray.CreateBuilder<double>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            if (!TryNumber(element, out var number))
            {
                return Wrong("cases", element, "finite numbers only");
            }

            numbers.Add(number);
        }

        cases = numbers.MoveToImmutable();
        return null;
    }

    // Numbers beside the score, and those of an object "metrics".
    private Report? ReadMetrics(JsonElement root, out ImmutableSortedDictionary<string, double> metrics)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var fault = Collect(root, isStrict: false, builder);
        if (root.TryGetProperty("metrics", out var inner))
        {
            fault ??= inner.ValueKind == JsonValueKind.Object ? Collect(inner, isStrict: true, builder) : Wrong("metrics", inner, "an object of numbers");
        }

        builder.Remove(scoreField);
        metrics = builder.ToImmutable();
        return fault;
    }

    private static Report? Collect(JsonElement element, bool isStrict, ImmutableSortedDictionary<string, double>.Builder metrics)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (TryNumber(property.Value, out var number))
            {
                metrics[Name(property)] = number;
            }
            else if (isStrict || property.Value.ValueKind == JsonValueKind.Number)
            {
                return Wrong(Name(property), property.Value, "a finite number");
            }
        }

        return null;
    }

    private static Report Wrong(string field, JsonElement given, string wanted) =>
        Report.Without(Outcome.Failed, $"\"{field}\" is {Shorten(given.GetRawText(), Shown)}; expected {wanted}. Make the evaluator print {wanted} there, or {{\"valid\": false}} with a reason.");

    private static bool TryNumber(JsonElement element, out double number)
    {
        number = double.NaN;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
    }

    // Text may hold half a surrogate pair as an escape, which is no text.
    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static string Hint(ReadOnlyMemory<byte> output)
    {
        var end = output.Span[Math.Max(0, output.Length - 4096)..];
        return end.IndexOf("NaN"u8) >= 0 || end.IndexOf("Infinity"u8) >= 0
            ? " NaN and Infinity are not JSON: report {\"valid\": false} with a reason instead."
            : "";
    }

    private static string Show(ReadOnlyMemory<byte> output)
    {
        var start = Encoding.UTF8.GetString(output.Span[..Math.Min(output.Length, 4 * Shown)]).Trim();
        var clean = string.Concat(start.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return output.Length > 4 * Shown ? $"{output.Length} bytes that begin '{Shorten(clean, Shown)}'" : $"'{Shorten(clean, Shown)}'";
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length] + "…";
}
