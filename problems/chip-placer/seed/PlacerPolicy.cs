/// <summary>
/// The judgement of the chip placer, as pure functions of numbers, so that the engine can search for better ones: this file says what the policy written by hand
/// says (Cambrian.Chips/Placing/StandardPolicy.cs), number for number.
/// </summary>
internal static class PlacerPolicy
{
    /// <summary>One entry for all laws.</summary>
    public static double Decide(int law, double a, double b, double c, double d) => law switch
    {
        0 => Temperature(a),
        1 => Weight(a, b, c),
        2 => Reach(a, b, c),
        3 => Urgency(a, b, c, d),
        4 => Contenders(a),
        5 => Start(a),
        _ => Begin(a),
    };

    // EVOLVE-BLOCK-START
    // How large a rise of the proxy cost is accepted once in e times; progress goes from 0 to 1.
    private static double Temperature(double progress)
    {
        return progress < 0.08 ? Cooled(0.0002, 0.00012, progress / 0.08)
            : progress < 0.6 ? Cooled(0.00012, 0.00001, (progress - 0.08) / 0.52)
            : Cooled(0.00001, 0.000001, (progress - 0.6) / 0.4);
    }

    private static double Cooled(double from, double to, double share)
    {
        return from * Math.Pow(to / from, share);
    }

    // At which progress to begin: later is cooler. Above 1, cells that hard macros fill at random places are more than density is a mean of.
    private static double Begin(double filled)
    {
        return filled > 1.0 ? 0.37 : 0.0;
    }

    // How often to try a kind of move, relative to the others; yield is what the kind has gained of late, in that of a mean kind.
    private static double Weight(double kind, double progress, double yield)
    {
        return Prior(kind);
    }

    // Soft macros: 0 step, 1 home to its nets, 2 across a grid line, 3 swap, 4 with its neighbours. Hard macros: 5 step, 6 slide, 7 swap, 8 edge to a grid line.
    private static double Prior(double kind)
    {
        return kind < 0.5 ? 40.0
            : kind < 1.5 ? 15.0
            : kind < 2.5 ? 15.0
            : kind < 3.5 ? 3.0
            : kind < 4.5 ? 5.0
            : kind < 5.5 ? 24.0
            : kind < 6.5 ? 18.0
            : kind < 7.5 ? 3.0
            : 21.0;
    }

    // How far to go, in grid cells, from a chance between 0 and 1.
    private static double Reach(double kind, double progress, double draw)
    {
        double longest = kind > 4.5 && kind < 6.5 ? 4.0 : 3.0;
        return longest * Math.Pow(0.01 / longest, draw) * (1.0 - 0.8 * progress);
    }

    // Of the macros drawn the one with most of it is moved: density under its centre, area in grid cells, how many nets it has.
    private static double Urgency(double density, double area, double nets, double progress)
    {
        return density;
    }

    // How many macros are drawn; 1 is blind.
    private static double Contenders(double progress)
    {
        return 2.0;
    }

    // How the start is changed: below 0.5 not at all, below 1.5 left for right, below 2.5 top for bottom, below 3.5 both, else hard macros are spread out.
    private static double Start(double island)
    {
        return 4.0;
    }

    // EVOLVE-BLOCK-END
}
