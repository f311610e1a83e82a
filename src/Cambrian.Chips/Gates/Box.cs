namespace Cambrian.Chips.Gates;

/// <summary>The smallest rectangle around some points.</summary>
internal sealed record Box(double Left, double Bottom, double Right, double Top)
{
    /// <summary>Around nothing.</summary>
    public static Box Empty { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Its middle; 0 when it is empty.</summary>
    public double CentreX => Left <= Right ? (Left + Right) / 2 : 0;

    /// <summary>Its middle; 0 when it is empty.</summary>
    public double CentreY => Bottom <= Top ? (Bottom + Top) / 2 : 0;

    /// <summary>Extended to a point.</summary>
    public Box With(double x, double y) => new(Math.Min(Left, x), Math.Min(Bottom, y), Math.Max(Right, x), Math.Max(Top, y));
}
