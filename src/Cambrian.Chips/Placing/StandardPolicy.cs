namespace Cambrian.Chips.Placing;

/// <summary>The policy written by hand.</summary>
public sealed class StandardPolicy : PlacementPolicy
{
    // Temperatures of 3e-4, as others begin with, first destroy a shipped placement that is better than chance.
    private const double Hottest = 1e-4;
    private const double Coldest = 5e-7;

    /// <inheritdoc/>
    public override double Temperature(double progress) => Hottest * Math.Pow(Coldest / Hottest, progress);

    /// <inheritdoc/>
    public override double Weight(MoveKind kind, double progress, double yield) => Prior(kind) * Math.Clamp(yield, 0.3, 3);

    /// <inheritdoc/>
    public override double Reach(MoveKind kind, double progress, double draw)
    {
        var longest = kind is MoveKind.HardStep or MoveKind.HardSlide ? 4 : 3;
        return longest * Math.Pow(0.01 / longest, draw) * (1 - (0.8 * progress));
    }

    /// <inheritdoc/>
    public override double Urgency(NodeOutlook outlook, double progress) => outlook.Density;

    /// <inheritdoc/>
    public override SeedTransform Start(int island) => SeedTransform.Keep;

    private static double Prior(MoveKind kind) => kind switch
    {
        MoveKind.SoftStep => 40,
        MoveKind.SoftHome => 15,
        MoveKind.RouteShift => 15,
        MoveKind.SoftSwap => 3,
        MoveKind.Cluster => 5,
        MoveKind.HardStep => 8,
        MoveKind.HardSlide => 6,
        MoveKind.HardSwap => 1,
        MoveKind.EdgeAlign => 7,
        _ => 0,
    };
}
