using System.Globalization;

namespace Cambrian.Report;

/// <summary>Maps values to pixels along one side of a plot, and says where its ticks are.</summary>
internal sealed class Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;
    private readonly bool _logarithmic;
    private readonly double _leastStep;

    private Axis(double low, double high, double from, double to, bool logarithmic, double leastStep = 0) =>
        (_low, _high, _from, _to, _logarithmic, _leastStep) = (low, high, from, to, logarithmic, leastStep);

    /// <summary>An even scale.</summary>
    /// <param name="low">The value at <paramref name="from"/>.</param>
    /// <param name="high">The value at <paramref name="to"/>; made greater when it is not greater than <paramref name="low"/>.</param>
    /// <param name="from">A pixel.</param>
    /// <param name="to">A pixel.</param>
    public static Axis Linear(double low, double high, double from, double to) =>
        high > low ? new(low, high, from, to, logarithmic: false) : new(low - 0.5, low + 0.5, from, to, logarithmic: false);

    /// <summary>An even scale of things that are counted: no tick between two whole numbers.</summary>
    public static Axis Counting(double high, double from, double to) => new(0, Math.Max(1, high), from, to, logarithmic: false, leastStep: 1);

    /// <summary>A scale of 1 + value in equal ratios, from zero.</summary>
    public static Axis Logarithmic(double high, double from, double to) => new(0, Math.Max(1, high), from, to, logarithmic: true);

    /// <summary>Whether equal distances are equal ratios.</summary>
    public bool IsLogarithmic => _logarithmic;

    /// <summary>The pixel of a value; values beyond an end are put at that end.</summary>
    public double At(double value)
    {
        var share = _logarithmic
            ? Math.Log(1 + Math.Max(0, value)) / Math.Log(1 + _high)
            : (value - _low) / (_high - _low);
        return _from + (Math.Clamp(share, 0, 1) * (_to - _from));
    }

    /// <summary>Whether a value lies between the ends.</summary>
    public bool Holds(double value) => value >= _low && value <= _high;

    /// <summary>Round values between the ends.</summary>
    /// <param name="about">About how many.</param>
    public IEnumerable<double> Ticks(int about) => _logarithmic ? PowersOfTen() : RoundSteps(about);

    /// <summary>A tick's text: thousands and millions shortened.</summary>
    public static string Label(double tick) => Math.Abs(tick) switch
    {
        >= 1e6 => (tick / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (tick / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => Terminal.ScoreFormat.Number(Math.Round(tick, 9)),
    };

    private IEnumerable<double> PowersOfTen()
    {
        yield return 0;
        for (var power = _high > 1_000 ? 10.0 : 1.0; power <= _high; power *= 10)
        {
            yield return power;
        }
    }

    // Heckbert 1990, "Nice numbers for graph labels".
    private IEnumerable<double> RoundSteps(int about)
    {
        var raw = (_high - _low) / Math.Max(1, about);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = Math.Max(_leastStep, power * ((raw / power) switch { < 1.5 => 1, < 3 => 2, < 7 => 5, _ => 10 }));
        for (var index = Math.Ceiling(_low / step); index * step <= _high + (step * 1e-9); index++)
        {
            yield return index * step;
        }
    }
}
