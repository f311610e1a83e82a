namespace Cambrian.Models.Configuration;

/// <summary>What a model costs per million tokens, in whatever currency all prices are given.</summary>
/// <param name="Input">Of what is asked.</param>
/// <param name="Output">Of the reply, thinking included.</param>
/// <param name="Cached">Of what is asked and was in the provider's cache; null for the same as other input.</param>
public sealed record ModelPrice(double Input, double Output, double? Cached = null)
{
    private const double Million = 1e6;

    /// <summary>The price of a call.</summary>
    public double Of(TokenCount tokens) =>
        (((tokens.Input - tokens.Cached) * Input) + (tokens.Cached * (Cached ?? Input)) + (tokens.Output * Output)) / Million;
}
