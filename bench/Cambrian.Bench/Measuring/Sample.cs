namespace Cambrian.Bench.Measuring;

/// <summary>Repeated measurements of one quantity. The median speaks; the range shows how much the machine disturbed it.</summary>
/// <param name="Values">In the order they were taken; at least one.</param>
public sealed record Sample(IReadOnlyList<double> Values)
{
    /// <summary>The middle value.</summary>
    public double Median => Quantile(0.5);

    /// <summary>The smallest value: the least disturbed one of a cost.</summary>
    public double Least => Values.Min();

    /// <summary>Median of the ratios to another sample, pair by pair: both were taken in turn, so slow disturbances cancel.</summary>
    public double RatioTo(Sample other) => new Sample([.. Values.Zip(other.Values, (mine, its) => mine / its)]).Median;

    /// <summary>The value below which a share of all lie, by linear interpolation.</summary>
    public double Quantile(double share)
    {
        double[] sorted = [.. Values.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Median and, in brackets, least and greatest.</summary>
    public override string ToString() =>
        Values.Count == 1 ? Table.Number(Median) : $"{Table.Number(Median)} ({Table.Number(Least)}–{Table.Number(Values.Max())})";
}
