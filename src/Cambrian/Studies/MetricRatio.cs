namespace Cambrian.Studies;

/// <summary>How many times somebody else's number a study's winners reach.</summary>
/// <param name="Metric">The number's name.</param>
/// <param name="Against">Whose number it is compared with.</param>
/// <param name="Value">That number, on the same cases.</param>
/// <param name="Ratio">Mean over seeds of the winners' number, divided by it.</param>
/// <param name="Interval">95 % bootstrap interval over seeds.</param>
internal sealed record MetricRatio(string Metric, string Against, double Value, double Ratio, (double Low, double High) Interval);
