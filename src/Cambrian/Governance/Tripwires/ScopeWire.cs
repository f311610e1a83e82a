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

    /// <inheritdoc/>
    public Trip? Look(Step step) =>
        step.Number >= from && step.Child is { } child && EvolveBlocks.Trespass(seed, child) is { } fault ? new Trip(Name, fault, Hard: true) : null;
}
