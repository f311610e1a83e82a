namespace Cambrian.Chips.Placing;

/// <summary>
/// Tries a policy's openings, each by a whole search with a small part of the budget, and follows the one that did best with what is left. What a start is worth shows only
/// after annealing: one that costs more may be the better one, and so may a temperature.
/// </summary>
internal sealed class OpeningRace(PlacementTask task, PlacementBudget budget, Action<PlacementProgress> report, CancellationToken cancellation)
{
    // Of the budget, for each opening.
    private const double Share = 0.08;

    // What heat melts, a short search has no time to order again: of two openings the cooler one has to be better by so much, per unit of progress.
    private const double Handicap = 0.015;

    // Shorter searches end in the order of their starts.
    private const long FewestMoves = 10_000;
    private const double FewestSeconds = 0.25;

    private PlacementProgress? _best;
    private long _moves;

    /// <summary>Whether a budget has room for a race.</summary>
    public static bool HasRoom(PlacementBudget budget) =>
        (budget.Moves is not { } moves || moves * Share >= FewestMoves) && (budget.Time is not { } time || time.TotalSeconds * Share >= FewestSeconds);

    /// <summary>Runs it.</summary>
    public PlacementResult Run()
    {
        var began = Now();
        Opening[] openings = [new(task.Policy.Start(0), 0), .. task.Policy.Alternatives];
        var part = new PlacementBudget((long?)(budget.Moves * Share), budget.Time * Share, budget.Clock);
        List<PlacementResult> results = [];
        foreach (var opening in openings.TakeWhile(_ => results.Count == 0 || !cancellation.IsCancellationRequested))
        {
            results.Add(Search(opening, part, results.Count * Share, Share));
        }

        if (!cancellation.IsCancellationRequested)
        {
            var winner = results.Index().MinBy(result => result.Item.Cost.Proxy * (1 + (Handicap * openings[result.Index].From))).Index;
            var rest = new PlacementBudget(budget.Moves - _moves, budget.Time - (Now() - began), budget.Clock);
            results.Add(Search(openings[winner], rest, openings.Length * Share, 1 - (openings.Length * Share)));
        }

        return results.MinBy(result => result.Cost.Proxy)! with { Moves = _moves, Counts = [.. MoveCount.Sum(results.SelectMany(result => result.Counts))] };
    }

    private TimeSpan Now() => budget.Clock?.Invoke() ?? TimeSpan.Zero;

    private PlacementResult Search(Opening opening, PlacementBudget part, double from, double share)
    {
        var before = _moves;
        var result = new Placer(task, part, opening).Run(progress => Tell(progress with { Done = from + (share * progress.Done), Moves = before + progress.Moves }), cancellation);
        _moves += result.Moves;
        return result;
    }

    // A new search begins higher than the last one ended; who watches sees the best of all.
    private void Tell(PlacementProgress progress)
    {
        _best = _best is { } best && best.Cost.Proxy <= progress.Cost.Proxy ? progress with { Cost = best.Cost, Best = best.Best } : progress;
        report(_best);
    }
}
