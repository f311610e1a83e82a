using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cambrian.Terminal;

/// <summary>Durations as people write and read them: "60s", "1m30s", "2h", "1m 04s".</summary>
internal static class Durations
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1_000);

    /// <summary>What is accepted, for messages and help.</summary>
    public const string Expected = "a duration such as 60s, 1m30s, 2h or 500ms (a plain number means seconds), above zero and at most 1000 days";

    /// <summary>Reads a duration: numbers with the units ms, s, m, h or d, each at most once and the greatest first, or a plain number of seconds.</summary>
    /// <returns>Whether the text is a duration above zero and at most 1,000 days.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = (text ?? "").Trim();
        if (Number(rest) is { } plain)
        {
            return TryMake(plain, out duration);
        }

        var (seconds, smallest) = (0.0, double.PositiveInfinity);
        while (rest.Length > 0)
        {
            if (TakePart(ref rest) is not { } part || part.Unit >= smallest)
            {
                return false;
            }

            smallest = part.Unit;
            seconds += part.Amount * part.Unit;
        }

        return TryMake(seconds, out duration);
    }

    /// <summary>A duration in at most two units: "820 ms", "12.3 s", "1m 04s", "2h 05m", "3d 04h".</summary>
    public static string Format(TimeSpan duration)
    {
        var span = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        return span.TotalSeconds switch
        {
            0 => "0 s",
            < 0.00995 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0#} ms"),
            < 0.9995 => $"{Math.Round(span.TotalMilliseconds):0} ms",
            < 59.95 => $"{span.TotalSeconds:0.0} s",
            < 3_599.5 => Pair(Math.Round(span.TotalSeconds), 60, "m", "s"),
            < 86_370 => Pair(Math.Round(span.TotalMinutes), 60, "h", "m"),
            _ => Pair(Math.Round(span.TotalHours), 24, "d", "h"),
        };
    }

    private static string Pair(double amount, int divisor, string large, string small) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(amount / divisor):0}{large} {amount % divisor:00}{small}");

    private static (double Amount, double Unit)? TakePart(ref string rest)
    {
        var digits = rest.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var amount = Number(rest[..digits]);
        rest = rest[digits..].TrimStart();
        var letters = rest.TakeWhile(char.IsAsciiLetter).Count();
        var unit = Unit(rest[..letters]);
        rest = rest[letters..].TrimStart();
        return amount is { } number && unit is { } size ? (number, size) : null;
    }

    private static double? Unit(string name) => name switch
    {
        "ms" => 0.001,
        "s" or "sec" => 1,
        "m" or "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => null,
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryMake(double seconds, out TimeSpan duration)
    {
        var inRange = seconds >= 0.001 && seconds <= Longest.TotalSeconds;
        duration = inRange ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return inRange;
    }
}
