using Cambrian.Core;

namespace Cambrian.Peers.Archives;

/// <summary>The best score of each case among some programs, and how many of them reach it. A case that somebody was not scored on, or whose score is no number, is not his.</summary>
internal sealed class CaseFronts
{
    private readonly List<double> _best = [];
    private readonly List<int> _holders = [];

    /// <summary>The fronts of some programs.</summary>
    public static CaseFronts Of(IReadOnlyList<Candidate> candidates)
    {
        var fronts = new CaseFronts();
        foreach (var candidate in candidates)
        {
            fronts.Raise(candidate);
        }

        fronts.Count(candidates);
        return fronts;
    }

    /// <summary>Takes note of a program's scores.</summary>
    /// <returns>Whether it is better than all before it on some case.</returns>
    public bool Raise(Candidate candidate)
    {
        var raised = false;
        var scores = Scores(candidate);
        for (var index = 0; index < scores.Length; index++)
        {
            if (index == _best.Count)
            {
                _best.Add(double.NegativeInfinity);
                _holders.Add(0);
            }

            if (scores[index] > _best[index])
            {
                (_best[index], raised) = (scores[index], true);
            }
        }

        return raised;
    }

    /// <summary>Counts anew who is on which front.</summary>
    public void Count(IReadOnlyList<Candidate> candidates)
    {
        for (var index = 0; index < _holders.Count; index++)
        {
            _holders[index] = 0;
        }

        foreach (var candidate in candidates)
        {
            Hold(candidate, 1);
        }
    }

    /// <summary>Whether a program is on any front.</summary>
    public bool Holds(Candidate candidate)
    {
        var scores = Scores(candidate);
        for (var index = 0; index < scores.Length; index++)
        {
            if (Reaches(scores[index], index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>On how many fronts a program is.</summary>
    public int Wins(Candidate candidate)
    {
        var scores = Scores(candidate);
        var wins = 0;
        for (var index = 0; index < scores.Length; index++)
        {
            wins += Reaches(scores[index], index) ? 1 : 0;
        }

        return wins;
    }

    /// <summary>Whether a program is the only one on some front.</summary>
    public bool Needs(Candidate candidate)
    {
        var scores = Scores(candidate);
        for (var index = 0; index < scores.Length; index++)
        {
            if (_holders[index] == 1 && Reaches(scores[index], index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a program from all fronts.</summary>
    /// <returns>On how many it is then: 0.</returns>
    public int Drop(Candidate candidate)
    {
        Hold(candidate, -1);
        return 0;
    }

    /// <summary>A program's scores by case; where there are none, its score is that of the only case.</summary>
    public static ReadOnlySpan<double> Scores(Candidate candidate) =>
        candidate.Evaluation.Cases.IsDefaultOrEmpty ? new ReadOnlySpan<double>([candidate.Score]) : candidate.Evaluation.Cases.AsSpan();

    private bool Reaches(double score, int index) => score >= _best[index] && score > double.NegativeInfinity;

    private void Hold(Candidate candidate, int change)
    {
        var scores = Scores(candidate);
        for (var index = 0; index < scores.Length; index++)
        {
            _holders[index] += Reaches(scores[index], index) ? change : 0;
        }
    }
}
