using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>One search of <see cref="BranchAndBound"/>.</summary>
internal sealed class BranchSearch
{
    // Nearer to a whole number counts as one.
    private const double Whole = 1e-6;

    private readonly LinearProgramme _programme;
    private readonly int[] _integers;
    private readonly SimplexMethod _method;
    private readonly BranchCosts _costs;
    private readonly PriorityQueue<BranchNode, double> _open = new();
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly bool _wholeObjective;
    private double[] _best = [];
    private double _highest = double.NegativeInfinity;

    public BranchSearch(LinearProgramme programme, bool[] integers, Work work)
    {
        _integers = [.. Enumerable.Range(0, integers.Length).Where(j => integers[j])];
        _lower = [.. programme.Lower.Select((bound, j) => integers[j] ? Math.Ceiling(bound - Whole) : bound)];
        _upper = [.. programme.Upper.Select((bound, j) => integers[j] ? Math.Floor(bound + Whole) : bound)];
        _programme = programme with { Lower = [.. _lower], Upper = [.. _upper] };
        _method = new SimplexMethod(_programme, work);
        _costs = new BranchCosts(integers.Length);
        _wholeObjective = programme.Objective.Index().All(cost => cost.Item == 0 || (integers[cost.Index] && double.IsInteger(cost.Item)));
    }

    // What a part must promise to be looked at.
    private double Needed => _wholeObjective ? _highest + 1 - Whole : _highest + (1e-9 * (1 + Math.Abs(_highest)));

    public LinearSolution Run()
    {
        var root = new BranchNode(null, -1, 0, Down: false, double.PositiveInfinity);
        var outcome = Dive(root);
        if (outcome == LinearOutcome.Unbounded)
        {
            return _method.Solution(outcome);
        }

        while (outcome != LinearOutcome.OutOfWork && _open.TryDequeue(out var node, out _) && !(node.Bound < Needed))
        {
            outcome = Dive(node);
        }

        var found = _best.Length > 0;
        if (outcome == LinearOutcome.OutOfWork)
        {
            return new LinearSolution(outcome, found ? _highest : double.NaN, _best) { Bound = Math.Max(_highest, _open.UnorderedItems.Select(open => open.Element.Bound).DefaultIfEmpty(double.PositiveInfinity).Max()) };
        }

        return found
            ? new LinearSolution(LinearOutcome.Optimal, _highest, _best) { Bound = _highest }
            : new LinearSolution(LinearOutcome.Infeasible, double.NaN, []) { Bound = double.NegativeInfinity };
    }

    // Down from a part, at each branch into the half that is nearer, until there is nothing more to gain.
    private LinearOutcome Dive(BranchNode start)
    {
        Restore(start);
        for (BranchNode? node = start; node is not null;)
        {
            var outcome = _method.Solve();
            if (outcome is LinearOutcome.OutOfWork)
            {
                _open.Enqueue(node, -node.Bound);
                return outcome;
            }

            if (outcome != LinearOutcome.Optimal)
            {
                return outcome;
            }

            var value = _method.Value;
            if (node.Parent is not null)
            {
                _costs.Learn(node, node.Bound - value);
            }

            node = value < Needed ? null : Branch(node, Math.Min(value, node.Bound));
        }

        return LinearOutcome.Optimal;
    }

    // The half to go on with; null where there is no fraction left. The other half waits.
    private BranchNode? Branch(BranchNode node, double bound)
    {
        var (chosen, highest) = (-1, 0.0);
        foreach (var j in _integers)
        {
            var fraction = _method.True(j) - Math.Floor(_method.True(j));
            if (fraction is > Whole and < 1 - Whole && _costs.Score(j, fraction) is var score && score > highest)
            {
                (chosen, highest) = (j, score);
            }
        }

        if (chosen < 0)
        {
            Keep();
            return null;
        }

        var floor = Math.Floor(_method.True(chosen));
        var share = _method.True(chosen) - floor;
        BranchNode down = new(node, chosen, floor, Down: true, bound) { Cut = share };
        BranchNode up = new(node, chosen, floor, Down: false, bound) { Cut = 1 - share };
        var (next, other) = share < 0.5 ? (down, up) : (up, down);
        _open.Enqueue(other, -bound);
        Apply(next);
        return next;
    }

    private void Keep()
    {
        double[] point = [.. Enumerable.Range(0, _lower.Length).Select(_method.True)];
        foreach (var j in _integers)
        {
            point[j] = Math.Round(point[j]);
        }

        var value = point.Zip(_programme.Objective, (x, cost) => x * cost).Sum();
        if (value > _highest)
        {
            (_best, _highest) = (point, value);
        }
    }

    private void Restore(BranchNode node)
    {
        foreach (var j in _integers)
        {
            (_method.Tableau.Lower[j], _method.Tableau.Upper[j]) = (_lower[j] / _method.Tableau.Factors[j], _upper[j] / _method.Tableau.Factors[j]);
        }

        // A later bound of the same variable is the tighter one.
        var path = new Stack<BranchNode>();
        for (var at = node; at is { Variable: >= 0 }; at = at.Parent)
        {
            path.Push(at);
        }

        foreach (var step in path)
        {
            Tighten(step);
        }

        _method.Tableau.Place(byCosts: true);
    }

    private void Apply(BranchNode node)
    {
        Tighten(node);
        _method.Tableau.Place(byCosts: true);
    }

    private void Tighten(BranchNode node)
    {
        var tableau = _method.Tableau;
        if (node.Down)
        {
            tableau.Upper[node.Variable] = node.Floor / tableau.Factors[node.Variable];
        }
        else
        {
            tableau.Lower[node.Variable] = (node.Floor + 1) / tableau.Factors[node.Variable];
        }
    }
}
