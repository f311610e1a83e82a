using Cambrian.Core;

namespace Cambrian.Peers.Selectors;

/// <summary>A selector's choice under construction: the parent, and behind it what is shown beside it, each candidate once.</summary>
internal sealed class ParentWithContext(Candidate parent)
{
    private readonly List<Candidate> _context = [];

    /// <summary>How many are shown beside the parent.</summary>
    public int Shown => _context.Count;

    /// <summary>Shows one more, unless it is there already.</summary>
    public void Show(Candidate candidate)
    {
        if (candidate.Step != parent.Step && !_context.Exists(other => other.Step == candidate.Step))
        {
            _context.Add(candidate);
        }
    }

    /// <summary>Puts what is shown into ascending order: the best comes last.</summary>
    public void Ascend() => _context.Sort((one, other) => one.Beats(other) ? 1 : -1);

    /// <summary>The choice. Where there is nothing to show, the parent is its own mate.</summary>
    public IReadOnlyList<Candidate> ToList() => _context.Count == 0 ? [parent, parent] : [parent, .. _context];
}
