namespace Cambrian.Chips.Placing;

/// <summary>The policy written by hand.</summary>
public sealed class StandardPolicy : PlacementPolicy
{
    // Hot enough to undo the start: hard macros have to go apart before soft ones can fill the cells between them.
    private const double Hottest = 3e-4;
    private const double Coldest = 5e-7;

    // From 3e-5 on: keeps the order of hard macros, which is right where their cells alone make up the density, and little but wirelength is left to gain.
    private const double Cool = 0.36;

    /// <inheritdoc/>
    public override double Temperature(double progress) => Hottest * Math.Pow(Coldest / Hottest, progress);

    // Learning from yields favours what repairs the last damage; at equal moves it ended 0.004 higher than leaving the mix alone.
    /// <inheritdoc/>
    public override double Weight(MoveKind kind, double progress, double yield) => Prior(kind);

    /// <inheritdoc/>
    public override double Reach(MoveKind kind, double progress, double draw)
    {
        var longest = kind is MoveKind.HardStep or MoveKind.HardSlide ? 4 : 3;
        return longest * Math.Pow(0.01 / longest, draw) * (1 - (0.8 * progress));
    }

    /// <inheritdoc/>
    public override double Urgency(NodeOutlook outlook, double progress) => outlook.Density;

    /// <inheritdoc/>
    public override SeedTransform Start(int island) => SeedTransform.Spread;

    /// <inheritdoc/>
    public override IReadOnlyList<Opening> Alternatives { get; } = [new(SeedTransform.Spread, Cool)];

    private static double Prior(MoveKind kind) => kind switch
    {
        MoveKind.SoftStep => 40,
        MoveKind.SoftHome => 15,
        MoveKind.RouteShift => 15,
        MoveKind.SoftSwap => 3,
        MoveKind.Cluster => 5,
        MoveKind.HardStep => 24,
        MoveKind.HardSlide => 18,
        MoveKind.HardSwap => 3,
        MoveKind.EdgeAlign => 21,
        _ => 0,
    };
}
