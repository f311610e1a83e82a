using Cambrian.Chips.Costs;
using Cambrian.Chips.Incremental;

namespace Cambrian.Chips.Placing;

/// <summary>Places macros: makes a start legal, then anneals it on a few islands, where after each round the worst goes on from the best (go with the winners, Aldous and Vazirani 1994).</summary>
public sealed class Placer
{
    private const int Rounds = 50;

    private readonly PlacementTask _task;
    private readonly PlacementBudget _budget;
    private readonly Island[] _islands;
    private readonly TimeSpan _began;

    private Placer(PlacementTask task, PlacementBudget budget)
    {
        (_task, _budget) = (task, budget);
        _began = budget.Clock?.Invoke() ?? TimeSpan.Zero;
        var nets = NetCompaction.Of(task.Netlist);
        var begin = task.FromScratch ? 0 : task.Policy.Begin(FullCells.Share(task.Netlist, task.Start.Canvas));
        _islands = [.. Enumerable.Range(0, task.Islands).Select(island => new Island(
            new Scene(task, Seeds.For(task, task.Policy.Start(island)), nets, task.Seed + (7919 * island)), begin))];
    }

    /// <summary>Places.</summary>
    /// <param name="task">What, and how.</param>
    /// <param name="budget">When to end.</param>
    /// <param name="report">Called after each round, on the caller's thread.</param>
    /// <param name="cancellation">Ends early, with the best so far.</param>
    /// <exception cref="InfeasibleException">The hard macros do not fit.</exception>
    /// <exception cref="ArgumentException">The budget has no limit that will be reached.</exception>
    public static PlacementResult Place(PlacementTask task, PlacementBudget budget, Action<PlacementProgress> report, CancellationToken cancellation)
    {
        if (budget is { Moves: null, Time: null } or { Moves: null, Clock: null })
        {
            throw new ArgumentException("The budget has neither a number of moves nor a time with a clock; expected one of them, or the search would never end.", nameof(budget));
        }

        return NoWorse(task, new Placer(task, budget).Run(report, cancellation));
    }

    private PlacementResult Run(Action<PlacementProgress> report, CancellationToken cancellation)
    {
        for (var round = 1; round <= Rounds && !cancellation.IsCancellationRequested; round++)
        {
            Round((double)round / Rounds, cancellation);
            var best = _islands.MinBy(island => island.BestCost.Proxy)!;
            report(new PlacementProgress((double)round / Rounds, _islands.Sum(island => island.Moves), best.BestCost, best.Best));
        }

        return Result();
    }

    // A search may begin far from a good placement that it was given, and be too short to get there again.
    private static PlacementResult NoWorse(PlacementTask task, PlacementResult result)
    {
        if (Legality.Overlaps(task.Netlist, task.Start) > 0 || Legality.Outside(task.Netlist, task.Start) > 0)
        {
            return result;
        }

        var given = Seeds.For(task, SeedTransform.Keep);
        var cost = CostEvaluator.Evaluate(task.Netlist, given);
        return cost.Proxy < result.Cost.Proxy ? result with { Placement = given, Cost = cost } : result;
    }

    private void Round(double until, CancellationToken cancellation)
    {
        Parallel.ForEach(_islands, island => island.Run(Done, until, cancellation));
        var winner = _islands.MinBy(island => island.Cost.Proxy)!;
        var loser = _islands.MaxBy(island => island.Cost.Proxy)!;
        if (loser.Cost.Proxy - winner.Cost.Proxy > _task.Policy.Temperature(until) * 100)
        {
            loser.Adopt(winner);
        }
    }

    // Islands share the moves and the time evenly.
    private double Done(long moves)
    {
        var byMoves = _budget.Moves is { } most ? (double)moves * _islands.Length / most : 0;
        var byTime = _budget is { Time: { } limit, Clock: { } clock } ? (clock() - _began) / limit : 0;
        return Math.Max(byMoves, byTime);
    }

    private PlacementResult Result()
    {
        var best = _islands.MinBy(island => island.BestCost.Proxy)!.Best;
        return new PlacementResult(best, CostEvaluator.Evaluate(_task.Netlist, best), _islands.Sum(island => island.Moves), [.. MoveCount.Sum(_islands.SelectMany(island => island.Counts))]);
    }
}
