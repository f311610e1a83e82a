using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cambrian.Models.Configuration;

/// <summary>The models of a run, checked and priced. As text it is what a run keeps of them; it holds no key.</summary>
public sealed record ModelRoster : ModelSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The models; their names differ.</summary>
    public required IReadOnlyList<ModelSection> Models { get; init; }

    /// <summary>The models, and the one that embeds, if any: all that are paid.</summary>
    [JsonIgnore]
    public IEnumerable<ModelSection> All => Novelty is { } novelty ? Models.Append(novelty.Embedding) : Models;

    /// <summary>The models' names in the run.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [.. Models.Select(model => model.Label)];

    /// <summary>Checks models and looks their prices up.</summary>
    /// <param name="file">As configured.</param>
    /// <param name="prices">For models that name no price.</param>
    /// <param name="name">What to call their file in messages.</param>
    /// <exception cref="ModelsException">One of them cannot be used.</exception>
    public static ModelRoster Of(ModelsFile file, PriceTable prices, string name) => Of(file.Models, file, prices, name);

    /// <summary>Checks models and looks their prices up.</summary>
    /// <param name="models">As configured.</param>
    /// <param name="settings">How they are asked.</param>
    /// <param name="prices">For models that name no price.</param>
    /// <param name="name">What to call their file in messages.</param>
    /// <exception cref="ModelsException">One of them cannot be used.</exception>
    public static ModelRoster Of(IReadOnlyList<ModelSection> models, ModelSettings settings, PriceTable prices, string name)
    {
        List<ModelSection> priced = [];
        foreach (var model in models)
        {
            if (Complaint(model) is { } complaint)
            {
                throw new ModelsException($"{name}: the model '{model.Label}': {complaint}");
            }

            priced.Add(Priced(model, prices));
        }

        var novelty = settings.Novelty is { } given ? Priced(given, prices, name) : null;
        if (priced.Concat(novelty is null ? [] : [novelty.Embedding]).GroupBy(model => model.Label).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ModelsException($"{name}: two models are called '{twice.Key}'; give one of them another 'name'.");
        }

        return new ModelRoster
        {
            Models = priced,
            Novelty = novelty,
            EvolvePrompts = settings.EvolvePrompts,
            Choice = settings.Choice,
            StepWorth = settings.StepWorth > 0 ? settings.StepWorth : throw new ModelsException($"{name}: 'stepWorth' is {settings.StepWorth}; expected money above 0."),
        };
    }

    /// <summary>These models where another file has them now. Only what decides nothing may differ; prices stay as they were when the run began.</summary>
    /// <param name="now">The other file's.</param>
    /// <exception cref="ModelsException">Something else differs.</exception>
    public ModelRoster Moved(ModelRoster now)
    {
        var found = now.All.ToDictionary(model => model.Label, StringComparer.Ordinal);
        var differing = All.Where(model => !(found.TryGetValue(model.Label, out var other) && Placed(other, model) with { InputPrice = model.InputPrice, OutputPrice = model.OutputPrice, CachedPrice = model.CachedPrice } == model)).Select(model => model.Label)
            .Concat(found.Keys.Except(All.Select(model => model.Label), StringComparer.Ordinal)).ToList();
        if (differing.Count > 0 || Novelty?.Similarity != now.Novelty?.Similarity || Novelty?.Tries != now.Novelty?.Tries || StepWorth != now.StepWorth || EvolvePrompts != now.EvolvePrompts)
        {
            throw new ModelsException($"The run goes on with the models that it began with, {string.Join(", ", All.Select(model => model.Label))}, and these are others{(differing.Count > 0 ? $" ({string.Join(", ", differing)})" : "")}. "
                + "Endpoints, keys, 'stream', 'parallel', 'timeLimit' and 'attempts' may change while it goes on; for anything else start a new run.");
        }

        return this with
        {
            Models = [.. Models.Select(model => Placed(model, found[model.Label]))],
            Novelty = Novelty is { } novelty ? novelty with { Embedding = Placed(novelty.Embedding, found[novelty.Embedding.Label]) } : null,
        };
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ModelRoster Parse(string text) =>
        JsonSerializer.Deserialize<ModelRoster>(text, Json) ?? throw new ModelsException("The run's record of its models is empty.");

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(this, Json);

    // A model with what another one says about where and how patiently it is asked.
    private static ModelSection Placed(ModelSection model, ModelSection place) => model with
    {
        Endpoint = place.Endpoint,
        Key = place.Key,
        Stream = place.Stream,
        Parallel = place.Parallel,
        TimeLimit = place.TimeLimit,
        Attempts = place.Attempts,
    };

    private static NoveltySection Priced(NoveltySection novelty, PriceTable prices, string name)
    {
        // An embedding has no output that could cost.
        var embedding = novelty.Embedding with { OutputPrice = novelty.Embedding.OutputPrice ?? (novelty.Embedding.InputPrice is null ? null : 0) };
        var complaint = novelty switch
        {
            { Embedding.Provider: Provider.Anthropic } => "Anthropic has no models that embed; expected another provider's, for instance text-embedding-3-small of openai.",
            { Embedding.Stream: true } => "'stream' is for replies; an embedding comes at once.",
            { Embedding.Context: not null } => "'context' is for replies; expected it left out.",
            _ when !(novelty.Similarity is >= -1 and <= 1) => "'similarity' is out of range; expected a cosine in [-1, 1], for instance 0.99.",
            { Tries: < 1 or > 100 } => "'tries' is out of range; expected a number in [1, 100].",
            _ => Complaint(embedding),
        };
        return complaint is null
            ? novelty with { Embedding = Priced(embedding, prices) }
            : throw new ModelsException($"{name}: the embedding model '{embedding.Label}': {complaint}");
    }

    private static ModelSection Priced(ModelSection model, PriceTable prices)
    {
        var known = prices.Find(model.Model) ?? (ProviderDefaults.IsOwn(model.Provider) ? new ModelPrice(0, 0) : null);
        return model with
        {
            Name = model.Label,
            Endpoint = model.Place,
            Key = model.KeyVariable,
            InputPrice = model.InputPrice ?? known?.Input,
            OutputPrice = model.OutputPrice ?? known?.Output,
            CachedPrice = model.CachedPrice ?? (model.InputPrice is null ? known?.Cached : null),
        };
    }

    private static string? Complaint(ModelSection model) => model switch
    {
        { Model: "" } => "'model' is empty; expected the model as the provider calls it.",
        _ when model.Label.Contains('/', StringComparison.Ordinal) || model.Label is "" or "edits" or "seed" or "coder" => $"it cannot be called '{model.Label}'; give it a 'name' without '/', other than edits, seed and coder.",
        // The given text is not repeated: it may well be a key.
        { Key: { } key } when key.Length == 0 || !key.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_') =>
            "'key' is no name of an environment variable; expected one such as OPENAI_API_KEY. A key itself belongs into the environment, never into a file.",
        { Place: "" } => "'endpoint' must be given for the provider 'compatible', for instance \"http://localhost:8000/v1\".",
        _ when !IsEndpoint(model.Place) => "'endpoint' is no place to send requests to; expected, for instance, \"http://localhost:8000/v1\", without a user, a key or a query.",
        { MaxTokens: < 1 or > 1_000_000 } or { Parallel: < 1 or > 256 } or { Attempts: < 1 or > 20 } => "a number is out of range: 'maxTokens' is in [1, 1000000], 'parallel' in [1, 256], 'attempts' in [1, 20].",
        _ when !(model.TimeLimit is > 0 and <= 86_400) || model.Temperature is < 0 or > 2 => "a number is out of range: 'timeLimit' is seconds in (0, 86400], 'temperature' in [0, 2].",
        _ when !(model.Weight is >= 0 and <= 1e6) => "'weight' is out of range; expected a number in [0, 1000000].",
        { Context: not null, Provider: not Provider.Ollama } => "'context' is for ollama alone; expected it left out, as other servers decide that when they start.",
        { Context: { } context } when context <= model.MaxTokens || context > 10_000_000 => "'context' is out of range; expected tokens above 'maxTokens', as prompt and reply share them, and 10000000 at most.",
        { InputPrice: < 0 } or { OutputPrice: < 0 } or { CachedPrice: < 0 } => "a price is negative; expected numbers from 0.",
        _ when model.InputPrice is null != model.OutputPrice is null => "it has one of 'inputPrice' and 'outputPrice'; expected both or none.",
        _ => null,
    };

    private static bool IsEndpoint(string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Query.Length == 0;
}
