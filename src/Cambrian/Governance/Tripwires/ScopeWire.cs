using Cambrian.Core;
using Cambrian.CSharp.Text;

namespace Cambrian.Governance.Tripwires;

/// <summary>A child that differs from the seed where it may not: a file more or less, or text outside the evolve blocks.</summary>
/// <param name="seed">What every child descends from.</param>
/// <param name="from">The first step to look at: recorded ones were looked at when they were new, and fetching them all takes time.</param>
internal sealed class ScopeWire(Artifact seed, int from) : ITripwire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "write outside scope";

    private readonly bool _marked = seed.Files.Values.Any(EvolveBlocks.HasMarkers);

    /// <inheritdoc/>
    public Trip? Look(Step step) =>
        step.Number >= from && step.Child is { } child && Fault(child) is { } fault ? new Trip(Name, fault, Hard: true) : null;

    private string? Fault(Artifact child)
    {
        if (child.Files.Keys.Except(seed.Files.Keys).FirstOrDefault() is { } added)
        {
            return $"the file '{added}' was added";
        }

        if (seed.Files.Keys.Except(child.Files.Keys).FirstOrDefault() is { } removed)
        {
            return $"the file '{removed}' was removed";
        }

        return _marked && seed.Files.FirstOrDefault(file => Fixed(file.Value) != Fixed(child.Files[file.Key])) is { Key: { } changed }
            ? $"'{changed}' was changed outside its evolve blocks"
            : null;
    }

    private static string Fixed(string text)
    {
        var (rest, from) = (new System.Text.StringBuilder(), 0);
        foreach (var block in EvolveBlocks.HasMarkers(text) ? EvolveBlocks.Of(text) : [])
        {
            rest.Append(text, from, block.Start - from);
            from = block.End;
        }

        return rest.Append(text, from, text.Length - from).ToString();
    }
}
