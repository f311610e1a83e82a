using Cambrian.Models.Configuration;

namespace Cambrian.Models.Calls;

/// <summary>What a model was used for.</summary>
/// <param name="Model">Its name in the run.</param>
public sealed record ModelUsage(string Model)
{
    /// <summary>Requests, those without a reply included.</summary>
    public int Calls { get; init; }

    /// <summary>Requests without a reply.</summary>
    public int Faults { get; init; }

    /// <summary>Tokens in all.</summary>
    public TokenCount Tokens { get; init; }

    /// <summary>Whether some of them are guessed.</summary>
    public bool Guessed { get; init; }

    /// <summary>Money in all.</summary>
    public double Price { get; init; }

    /// <summary>Seconds in all, over all requests.</summary>
    public double Seconds { get; init; }

    /// <summary>This with one more call.</summary>
    public ModelUsage With(ModelCall call) => this with
    {
        Calls = Calls + 1,
        Faults = Faults + (call.Answered ? 0 : 1),
        Tokens = Tokens + call.Tokens,
        Guessed = Guessed || call.Guessed,
        Price = Price + call.Price,
        Seconds = Seconds + call.Seconds,
    };

    /// <summary>Usage by model, in the order of their names.</summary>
    public static IReadOnlyList<ModelUsage> Of(IEnumerable<ModelCall> calls) =>
        [.. calls.GroupBy(call => call.Model, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate(new ModelUsage(group.Key), (usage, call) => usage.With(call)))];
}
