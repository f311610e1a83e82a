namespace Cambrian.Chips.Placing;

/// <summary>The policy written by hand.</summary>
public sealed class StandardPolicy : PlacementPolicy
{
    // From 3e-5 on: keeps the order of hard macros, which is right where their cells alone make up the density, and little but wirelength is left to gain.
    private const double Cool = 0.37;

    // Above 1.2e-4 the start melts, which takes little time. Most of what annealing decides it decides from there to 1e-5, and half of the moves are spent there.
    /// <inheritdoc/>
    public override double Temperature(double progress) => progress switch
    {
        < 0.08 => Cooled(2e-4, 1.2e-4, progress / 0.08),
        < 0.6 => Cooled(1.2e-4, 1e-5, (progress - 0.08) / 0.52),
        _ => Cooled(1e-5, 1e-6, (progress - 0.6) / 0.4),
    };

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
    public override double Begin(double filled) => filled > 1 ? Cool : 0;

    private static double Cooled(double from, double to, double share) => from * Math.Pow(to / from, share);

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
