namespace Cambrian.Report;

/// <summary>The size and margins of a plot. Every plot is drawn twice, for wide and for narrow screens: scaled text cannot be read.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Class">The style that shows it on the right screens.</param>
internal sealed record PlotFrame(double Width, double Height, string Class)
{
    private const double Left = 58;
    private const double Right = 12;
    private const double Top = 12;
    private const double Bottom = 40;

    /// <summary>For screens of more than 640 pixels.</summary>
    public static PlotFrame Wide { get; } = new(860, 320, "wide");

    /// <summary>For phones.</summary>
    public static PlotFrame Narrow { get; } = new(350, 270, "narrow");

    /// <summary>Left and right end of the drawing.</summary>
    public (double From, double To) Across => (Left, Width - Right);

    /// <summary>Lower and upper end of the drawing.</summary>
    public (double From, double To) Up => (Height - Bottom, Top);

    /// <summary>About how many ticks fit across.</summary>
    public int TicksAcross => (int)(Width / 95);

    /// <summary>A plot in both sizes.</summary>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    /// <param name="draw">Draws what lies within a frame.</param>
    public static Markup Both(string description, Func<PlotFrame, Markup> draw) =>
        Markup.Join(new[] { Wide, Narrow }.Select(frame => frame.Svg(description, draw(frame))));

    /// <summary>Grid lines, ticks and the names of both axes.</summary>
    public Markup Grid(Axis across, string acrossName, Axis up, string upName)
    {
        var (left, right) = Across;
        var (bottom, top) = Up;
        var rows = up.Ticks(5).Select(tick => Markup.Of(
            $"<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{up.At(tick)}\" y2=\"{up.At(tick)}\"/><text class=\"tick end\" x=\"{left - 6}\" y=\"{up.At(tick) + 4}\">{Axis.Label(tick)}</text>"));
        var columns = across.Ticks(TicksAcross).Select(tick => Markup.Of(
            $"<line class=\"grid\" x1=\"{across.At(tick)}\" x2=\"{across.At(tick)}\" y1=\"{bottom}\" y2=\"{bottom + 4}\"/><text class=\"tick middle\" x=\"{across.At(tick)}\" y=\"{bottom + 17}\">{Axis.Label(tick)}</text>"));
        return Markup.Of(
            $"{rows}{columns}<text class=\"axis middle\" x=\"{(left + right) / 2}\" y=\"{Height - 6}\">{acrossName}</text><text class=\"axis middle\" transform=\"translate(12 {(bottom + top) / 2}) rotate(-90)\">{upName}</text>");
    }

    private Markup Svg(string description, Markup content) => Markup.Of(
        $"<svg class=\"{Class}\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{description}\">{content}</svg>");
}
