using Cambrian.Models.Configuration;

namespace Cambrian.Models.Tests.Configuration;

public sealed class ModelRosterTests
{
    private static readonly ModelSection Plain = new() { Provider = Provider.OpenAI, Model = "gpt-4o" };

    [Fact]
    public void What_is_not_said_holds_by_provider_and_price_table()
    {
        var model = Assert.Single(Of(Plain).Models);
        Assert.Equal(("gpt-4o", "OPENAI_API_KEY", "https://api.openai.com/v1", 2.5, 10, 1.25), (model.Name, model.Key, model.Endpoint, model.InputPrice, model.OutputPrice, model.CachedPrice));

        var own = Assert.Single(Of(new ModelSection { Provider = Provider.Ollama, Model = "library/qwen3" }).Models);
        Assert.Equal(("library-qwen3", null, "http://localhost:11434", 0, 0), (own.Name, own.Key, own.Endpoint, own.InputPrice, own.OutputPrice));
        Assert.Null(Assert.Single(Of(Plain with { Model = "nobody-knows" }).Models).InputPrice);
    }

    [Fact]
    public void A_roster_is_its_own_text()
    {
        var roster = Of(Plain, Plain with { Name = "two", Provider = Provider.Anthropic, Temperature = 0.5 });
        Assert.Equal(roster.ToString(), ModelRoster.Parse(roster.ToString()).ToString());
        Assert.Contains("\"provider\":\"anthropic\"", roster.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<ModelSection, string> Wrong => new()
    {
        { Plain with { Key = "sk-1234567890abcdef" }, "'key' is no name of an environment variable" },
        { Plain with { Name = "a/b" }, "it cannot be called 'a/b'" },
        { Plain with { Name = "edits" }, "it cannot be called 'edits'" },
        { Plain with { Provider = Provider.Compatible }, "'endpoint' must be given" },
        { Plain with { Endpoint = "localhost:8000" }, "'endpoint' is no place" },
        { Plain with { Endpoint = "https://user:secret@host/v1" }, "'endpoint' is no place" },
        { Plain with { Endpoint = "https://host/v1?key=secret" }, "'endpoint' is no place" },
        { Plain with { MaxTokens = 0 }, "'maxTokens' is in [1, 1000000]" },
        { Plain with { Temperature = 3 }, "'temperature' in [0, 2]" },
        { Plain with { InputPrice = 1 }, "one of 'inputPrice' and 'outputPrice'" },
        { Plain with { InputPrice = -1, OutputPrice = 1 }, "a price is negative" },
        { Plain with { Model = "" }, "'model' is empty" },
        { Plain with { Context = 32_768 }, "'context' is for ollama alone" },
        { Plain with { Provider = Provider.Ollama, Context = 8_192 }, "'context' is out of range" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_work_is_refused_and_no_secret_repeated(ModelSection model, string expected)
    {
        var fault = Assert.Throws<ModelsException>(() => Of(model));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("models.json: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1234", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_must_differ() => Assert.Contains("two models are called 'gpt-4o'", Assert.Throws<ModelsException>(() => Of(Plain, Plain)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_embedding_model_is_looked_up_like_any_other_and_its_output_costs_nothing()
    {
        var known = Novel(new NoveltySection { Embedding = Plain with { Model = "text-embedding-3-small" } });
        Assert.Equal((0.99, 3, 0.02, 0.0, "OPENAI_API_KEY"), (known.Similarity, known.Tries, known.Embedding.InputPrice, known.Embedding.OutputPrice, known.Embedding.Key));
        var own = Novel(new NoveltySection { Embedding = Plain with { Model = "mine", InputPrice = 1 } });
        Assert.Equal((1.0, 0.0), (own.Embedding.InputPrice, own.Embedding.OutputPrice));
        Assert.Null(Novel(new NoveltySection { Embedding = Plain with { Model = "mine" } }).Embedding.InputPrice);
    }

    public static TheoryData<NoveltySection, string> Odd => new()
    {
        { new NoveltySection { Embedding = Plain with { Provider = Provider.Anthropic } }, "Anthropic has no models that embed" },
        { new NoveltySection { Embedding = Plain with { Model = "e", Stream = true } }, "'stream' is for replies" },
        { new NoveltySection { Embedding = Plain with { Provider = Provider.Ollama, Model = "e", Context = 32_768 } }, "'context' is for replies" },
        { new NoveltySection { Embedding = Plain with { Model = "e" }, Similarity = 1.5 }, "'similarity' is out of range" },
        { new NoveltySection { Embedding = Plain with { Model = "e" }, Tries = 0 }, "'tries' is out of range" },
        { new NoveltySection { Embedding = Plain with { Model = "" } }, "'model' is empty" },
        { new NoveltySection { Embedding = Plain }, "two models are called 'gpt-4o'" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Novelty_that_cannot_work_is_refused(NoveltySection novelty, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelsException>(() => Novel(novelty)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("gpt-4o", 2.5)]
    [InlineData("gpt-4o-2024-08-06", 2.5)]
    [InlineData("openai/gpt-4o-mini", 0.15)]
    [InlineData("claude-sonnet-4-5-20250929", 3)]
    [InlineData("mine", 7)]
    public void Prices_are_found_by_plain_dated_and_routed_names(string model, double input) =>
        Assert.Equal(input, PriceTable.Shipped().With("""{ "mine": { "input": 7, "output": 8 } }""", "prices.json").Find(model)?.Input);

    [Theory]
    [InlineData("gpt-4o-audio")]
    [InlineData("gpt-4")]
    public void Another_model_with_a_similar_name_has_no_price_of_its(string model) => Assert.Null(PriceTable.Shipped().Find(model));

    [Theory]
    [InlineData("{ nonsense", "is no price table")]
    [InlineData("""{ "m": { "input": -1, "output": 1 } }""", "negative price")]
    public void A_wrong_price_table_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelsException>(() => PriceTable.Shipped().With(text, "prices.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Models_may_move_while_a_run_goes_on_and_keep_their_prices()
    {
        var began = With(Plain with { Temperature = 0.5 }, new NoveltySection { Embedding = Plain with { Model = "e", InputPrice = 1 } });
        var moved = began.Moved(With(
            Plain with { Temperature = 0.5, Endpoint = "http://localhost:9/v1", Key = "OTHER_KEY", Stream = true, Parallel = 2, TimeLimit = 9, Attempts = 3, InputPrice = 9, OutputPrice = 9 },
            new NoveltySection { Embedding = Plain with { Model = "e", InputPrice = 7, Endpoint = "http://localhost:8/v1" } }));

        var model = Assert.Single(moved.Models);
        Assert.Equal(("http://localhost:9/v1", "OTHER_KEY", true, 2, 9.0, 3, 2.5), (model.Endpoint, model.Key, model.Stream, model.Parallel, model.TimeLimit, model.Attempts, model.InputPrice));
        Assert.Equal(("http://localhost:8/v1", 1.0), (moved.Novelty!.Embedding.Endpoint, moved.Novelty.Embedding.InputPrice));
    }

    [Fact]
    public void A_run_does_not_go_on_with_other_models()
    {
        var novelty = new NoveltySection { Embedding = Plain with { Model = "e", InputPrice = 1 } };
        var began = With(Plain, novelty);
        Assert.All(
            [With(Plain with { Temperature = 1 }, novelty), With(Plain with { MaxTokens = 9 }, novelty), With(Plain with { Name = "gpt" }, novelty), With(Plain, novelty with { Embedding = Plain with { Model = "f", InputPrice = 1 } }), With(Plain, null), Of(Plain, Plain with { Name = "more" })],
            now => Assert.Contains("goes on with the models that it began with, gpt-4o, e, and these are others", Assert.Throws<ModelsException>(() => began.Moved(now)).Message, StringComparison.Ordinal));
    }

    private static ModelRoster With(ModelSection model, NoveltySection? novelty) => ModelRoster.Of(new ModelsFile { Models = [model], Novelty = novelty }, PriceTable.Shipped(), "models.json");

    private static NoveltySection Novel(NoveltySection novelty)
    {
        var roster = ModelRoster.Of(new ModelsFile { Models = [Plain], Novelty = novelty }, PriceTable.Shipped(), "models.json");
        Assert.Equal(roster.ToString(), ModelRoster.Parse(roster.ToString()).ToString());
        return roster.Novelty!;
    }

    private static ModelRoster Of(params ModelSection[] models) => ModelRoster.Of(new ModelsFile { Models = models }, PriceTable.Shipped(), "models.json");
}
