using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>The best candidates of a run by training score, also those that an archive has forgotten.</summary>
/// <param name="count">How many distinct behaviours are wanted at the end.</param>
/// <param name="belief">How good a candidate is believed to be by a record that need not be finished; null where only finished ones count, by their scores.</param>
internal sealed class Finalists(int count, Func<Evaluation, double>? belief = null)
{
    private readonly SortedSet<Candidate> _best = new(Comparer<Candidate>.Create((a, b) => a.Step == b.Step ? 0 : a.Beats(b) ? -1 : 1));
    private readonly Dictionary<string, Candidate> _records = new(StringComparer.Ordinal);

    /// <summary>The best first. Some more than wanted where some may behave alike.</summary>
    public IEnumerable<Candidate> Best => belief is null ? _best : _records.Values.OrderByDescending(record => belief(record.Evaluation)).ThenBy(record => record.Step).Take(count);

    /// <summary>Takes note of a step.</summary>
    public void Consider(Step step)
    {
        if (belief is null)
        {
            ConsiderScore(step);
        }
        else if (step.Admitted is { Evaluation.Cases.Length: > 0 } record)
        {
            _records[record.Artifact.Id] = record; // later ones go on from earlier ones
        }
    }

    private void ConsiderScore(Step step)
    {
        if (step.Contender is { } candidate)
        {
            _best.Add(candidate);
            if (_best.Count > 4 * count)
            {
                _best.Remove(_best.Max!);
            }
        }
    }
}
