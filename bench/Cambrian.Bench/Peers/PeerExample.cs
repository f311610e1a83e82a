using System.Globalization;

namespace Cambrian.Bench.Peers;

/// <summary>An example of a peer that runs without a network, a model or a package that Debian lacks.</summary>
/// <param name="Group">Under which it is measured.</param>
/// <param name="Path">Its folder below the peer's examples.</param>
/// <param name="IsNumeric">Whether its program is made of numbers, so that edits without a model should improve it.</param>
public sealed record PeerExample(string Group, string Path, bool IsNumeric = true)
{
    /// <summary>The group that is ShinkaEvolve's; all others are OpenEvolve's.</summary>
    public const string Shinka = "shinka";

    /// <summary>The group that needs a checkout of AlgoTune.</summary>
    public const string AlgoTune = "algotune";

    /// <summary>The group of those that take minutes; it needs a checkout of AlgoTune, too.</summary>
    public const string Slow = "slow";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PeerExample> All { get; } =
    [
        new("general", "function_minimization"),
        new("general", "circle_packing"),
        new("general", "circle_packing_with_artifacts"),
        new("general", "signal_processing"),
        new("general", "k_module_problem", IsNumeric: false),
        new("general", "claude_code_quickstart"),
        new("general", "web_scraper_optillm", IsNumeric: false),
        .. new[] { "circle_packing_rect", "heilbronn_convex/13", "heilbronn_convex/14", "heilbronn_triangle", "hexagon_packing/11", "hexagon_packing/12", "kissing_number", "minimizing_max_min_dist/2", "minimizing_max_min_dist/3" }
            .Select(name => new PeerExample("math", $"alphaevolve_math_problems/{name}")),
        .. new[] { "affine_transform_2d", "eigenvectors_complex", "fft_cmplx_scipy_fftpack", "fft_convolution", "lu_factorization", "psd_cone_projection" }
            .Select(name => new PeerExample(AlgoTune, $"algotune/{name}", IsNumeric: false)),
        new(Slow, "background_blur", IsNumeric: false),
        new(Slow, "algotune/convolve2d_full_fill", IsNumeric: false),
        new(Slow, "algotune/polynomial_real", IsNumeric: false),
        new(Shinka, "circle_packing"),
        new(Shinka, "fortran_heat_diffusion", IsNumeric: false),
        new(Shinka, "game_2048", IsNumeric: false),
        new(Shinka, "sine_approx_headless"),
    ];

    /// <summary>Whether our score of the seed is the peer's own: to nine digits, or, where the peer's own scores differ among each other, within three times that.</summary>
    /// <param name="own">The peer's scores.</param>
    /// <param name="ours">Ours.</param>
    public static string Compare(IReadOnlyList<double> own, IReadOnlyList<double> ours)
    {
        var (least, greatest) = (own.Min(), own.Max());
        if (own.Count == 1 && own[0] != ours[0])
        {
            return "measured once";
        }

        var noise = greatest - least;
        if (noise <= 1e-9 * Math.Abs(greatest))
        {
            return ours.All(score => Math.Abs(score - least) <= 1e-9 * Math.Max(1, Math.Abs(least))) ? "yes" : "no";
        }

        var middle = ours.Order().ElementAt(ours.Count / 2);
        var near = middle >= least - (3 * noise) && middle <= greatest + (3 * noise);
        return string.Create(CultureInfo.InvariantCulture, $"{(near ? "in its noise" : "outside its noise")} ({Table(least)}–{Table(greatest)})");

        static string Table(double score) => Measuring.Table.Number(score);
    }
}
