using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>The best candidates of a run by training score, also those that an archive has forgotten.</summary>
/// <param name="count">How many distinct behaviours are wanted at the end.</param>
internal sealed class Finalists(int count)
{
    private readonly SortedSet<Candidate> _best = new(Comparer<Candidate>.Create((a, b) => a.Step == b.Step ? 0 : a.Beats(b) ? -1 : 1));

    /// <summary>The best first; more than wanted, as some may behave alike.</summary>
    public IEnumerable<Candidate> Best => _best;

    /// <summary>Takes note of a step.</summary>
    public void Consider(Step step)
    {
        if (step.Admitted is { } candidate)
        {
            _best.Add(candidate);
            if (_best.Count > 4 * count)
            {
                _best.Remove(_best.Max!);
            }
        }
    }
}
