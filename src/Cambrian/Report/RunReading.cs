using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>What a run's ledger says about it. Made once from the recorded steps; holds no state of its own that a run could differ from.</summary>
internal sealed class RunReading
{
    private readonly Dictionary<int, Ancestor> _admitted = [];
    private readonly SortedDictionary<string, OperatorRow> _operators = new(StringComparer.Ordinal);
    private readonly int[] _outcomes = new int[Enum.GetValues<Outcome>().Length];

    private readonly HashSet<string> _ensembles;

    private RunReading(ProblemFile file, IEnumerable<string> ensembles) => (Map, _ensembles) = (new ArchiveMap(file), [.. ensembles]);

    /// <summary>Steps recorded.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps in which a child was measured.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Children admitted.</summary>
    public int Admitted { get; private set; }

    /// <summary>The seed as it was measured.</summary>
    public Candidate? Seed { get; private set; }

    /// <summary>The best by training score.</summary>
    public Candidate? Best { get; private set; }

    /// <summary>Every new best.</summary>
    public BestCurve Curve { get; } = new();

    /// <summary>A sample of the measured children.</summary>
    public ScoreSample Sample { get; } = new();

    /// <summary>Where the candidates lie.</summary>
    public ArchiveMap Map { get; }

    /// <summary>Processor time of all candidates.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>How candidates were contained: every grade that occurs, in order of first use.</summary>
    public IReadOnlyList<string> Isolation { get; private set; } = [];

    /// <summary>The operators, the greatest gain first.</summary>
    public IReadOnlyList<OperatorRow> Operators => [.. _operators.Values.OrderByDescending(row => row.Gain).ThenByDescending(row => row.Tries)];

    /// <summary>How many evaluations ended in a way.</summary>
    public int Count(Outcome outcome) => _outcomes[(int)outcome];

    /// <summary>Reads a run.</summary>
    /// <param name="steps">All recorded steps.</param>
    /// <param name="file">The problem's description.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="models">The models that proposed beside edits, of which each kind has a row of its own; null when there were none.</param>
    public static async Task<RunReading> ReadAsync(IAsyncEnumerable<Step> steps, ProblemFile file, CancellationToken cancellation, IReadOnlyList<string>? models = null)
    {
        var reading = new RunReading(file, models is null ? [] : models.Append(Catalog.EditsName));
        await foreach (var step in steps.WithCancellation(cancellation).ConfigureAwait(false))
        {
            reading.Take(step);
        }

        return reading;
    }

    /// <summary>A candidate's line of main parents, the seed first.</summary>
    public IReadOnlyList<Ancestor> LineageOf(Candidate candidate)
    {
        List<Ancestor> line = [];
        for (var step = candidate.Step; _admitted.TryGetValue(step, out var ancestor); step = ancestor.Parents[0])
        {
            line.Add(ancestor);
            if (ancestor.Parents.Count == 0)
            {
                break;
            }
        }

        line.Reverse();
        return line;
    }

    /// <summary>All admitted candidates, each once.</summary>
    public IReadOnlyList<Ancestor> Ancestors => [.. _admitted.Values.DistinctBy(ancestor => ancestor.Step)];

    /// <summary>An admitted candidate by its step; null when that step admitted none.</summary>
    public Ancestor? AncestorAt(int step) => _admitted.GetValueOrDefault(step);

    private void Take(Step step)
    {
        Steps++;
        if (step.Evaluation is { } evaluation)
        {
            Evaluations++;
            _outcomes[(int)evaluation.Outcome]++;
            Cpu += evaluation.Cpu;
            Isolation = evaluation.Isolation.Length == 0 || Isolation.Contains(evaluation.Isolation) ? Isolation : [.. Isolation, evaluation.Isolation];
            Sample.Add(step.Number, evaluation.Score);
        }

        var best = step.Admitted is { } candidate && TakeAdmitted(candidate, step.Origin);
        var name = OperatorRow.NameOf(step.Origin, _ensembles);
        if (step.Parents.Count > 0)
        {
            _operators[name] = _operators.GetValueOrDefault(name, new OperatorRow(name)).With(step, best);
        }
    }

    private bool TakeAdmitted(Candidate candidate, string origin)
    {
        var ancestor = new Ancestor(candidate.Step, origin, candidate.Artifact, candidate.Score, candidate.Parents);
        if (candidate.Parents is [var maker, ..] && _admitted.TryGetValue(maker, out var known) && known.Artifact.Equals(candidate.Artifact))
        {
            // Measured again: no generation of its own.
            _admitted[known.Step] = ancestor = known with { Score = candidate.Score };
        }
        else
        {
            Admitted++;
        }

        _admitted[candidate.Step] = ancestor;
        Map.Add(candidate);
        Seed ??= candidate;
        if (!candidate.Evaluation.Complete || (Best is { } best && candidate.Score <= best.Score))
        {
            return false;
        }

        Best = candidate;
        Curve.Add(candidate.Step, candidate.Score);
        return true;
    }
}
