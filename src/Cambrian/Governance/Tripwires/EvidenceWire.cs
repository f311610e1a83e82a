using Cambrian.Core;

namespace Cambrian.Governance.Tripwires;

/// <summary>A valid score that comes with less evidence than the seed's: fewer cases, no isolation grade, no metrics. Whoever took it away may have had a reason.</summary>
internal sealed class EvidenceWire : ITripwire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "missing evidence";

    private Evaluation? _usual;

    /// <inheritdoc/>
    public Trip? Look(Step step)
    {
        if (step.Evaluation is not { Outcome: Outcome.Valid, Complete: true } evaluation)
        {
            return null;
        }

        _usual ??= evaluation;
        var missing = evaluation.Cases.Length < _usual.Cases.Length ? $"{evaluation.Cases.Length} of {_usual.Cases.Length} cases"
            : evaluation.Isolation.Length == 0 && _usual.Isolation.Length > 0 ? "no isolation grade"
            : evaluation.Metrics.IsEmpty && !_usual.Metrics.IsEmpty ? "none of the metrics"
            : null;
        return missing is null ? null : new Trip(Name, $"a valid score came with {missing}", Hard: true);
    }
}
