using System.Text.Json;

namespace Cambrian.Models.Configuration;

/// <summary>Prices by model: those that come with the program, and those a person wrote over them.</summary>
public sealed class PriceTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, ModelPrice> _prices;

    private PriceTable(Dictionary<string, ModelPrice> prices) => _prices = prices;

    /// <summary>The table that comes with the program.</summary>
    public static PriceTable Shipped()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("prices.json") ?? throw new InvalidOperationException("The price table is not embedded.");
        using var reader = new StreamReader(stream);
        return new PriceTable(Parse(reader.ReadToEnd(), "prices.json"));
    }

    /// <summary>This table with a person's own prices over it.</summary>
    /// <param name="text">JSON: model to input, output and cached per million tokens.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="ModelsException">The text is malformed.</exception>
    public PriceTable With(string text, string name)
    {
        var prices = new Dictionary<string, ModelPrice>(_prices);
        foreach (var (model, price) in Parse(text, name))
        {
            prices[model] = price;
        }

        return new PriceTable(prices);
    }

    /// <summary>The price of a model; null when it is not known. A dated name, such as "gpt-4o-2024-08-06", has the price of the plain one.</summary>
    public ModelPrice? Find(string model)
    {
        var name = model[(model.LastIndexOf('/') + 1)..];
        return _prices.GetValueOrDefault(model) ?? _prices.GetValueOrDefault(name)
            ?? _prices.Where(price => name.StartsWith(price.Key, StringComparison.Ordinal) && IsDate(name[price.Key.Length..])).Select(price => price.Value).FirstOrDefault();
    }

    private static bool IsDate(string rest) => rest.Length > 1 && rest[0] is '-' or '@' && rest[1..].All(letter => char.IsAsciiDigit(letter) || letter == '-');

    private static Dictionary<string, ModelPrice> Parse(string text, string name)
    {
        try
        {
            var prices = JsonSerializer.Deserialize<Dictionary<string, ModelPrice>>(text, Json) ?? [];
            return prices.Values.All(price => price is { Input: >= 0, Output: >= 0 }) ? prices : throw new ModelsException($"{name} has a negative price; expected numbers from 0.");
        }
        catch (JsonException fault)
        {
            throw new ModelsException($"{name} is no price table: {fault.Message} Expected, for instance, {{\"gpt-4o\": {{\"input\": 2.5, \"output\": 10}}}}, per million tokens.");
        }
    }
}
