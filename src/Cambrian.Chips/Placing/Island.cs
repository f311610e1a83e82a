using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing.Moves;

namespace Cambrian.Chips.Placing;

/// <summary>One annealing search on the exact cost; Kirkpatrick 1983, with the moves of <see cref="MoveKind"/> and the temperatures of a policy.</summary>
internal sealed class Island
{
    // How many moves pass between two looks at the clock; small against a second, large against the looking.
    private const int Stride = 64;
    private const int Renewal = 4096;

    private readonly Scene _scene;
    private readonly double _from;
    private readonly IMove[] _moves =
    [
        new Step(MoveKind.SoftStep), new SoftHome(), new RouteShift(), new Swap(MoveKind.SoftSwap), new Cluster(),
        new Step(MoveKind.HardStep), new HardSlide(), new Swap(MoveKind.HardSwap), new EdgeAlign(),
    ];

    private readonly MoveMix _mix;
    private readonly long[] _tried;
    private readonly long[] _accepted;

    /// <summary>Begins at the scene's placement.</summary>
    /// <param name="scene">What is moved.</param>
    /// <param name="from">The progress that annealing begins at; 0 when a policy answers no such number.</param>
    public Island(Scene scene, double from)
    {
        (_scene, _from) = (scene, from is > 0 and < 1 ? from : 0);
        _mix = new MoveMix(scene.Task.Policy, [.. _moves.Select(move => move.Kind)]);
        (_tried, _accepted) = (new long[_moves.Length], new long[_moves.Length]);
        _mix.Renew(_from);
        (Best, BestCost) = (scene.Cost.Snapshot(), scene.Cost.Current);
    }

    /// <summary>Moves tried so far.</summary>
    public long Moves { get; private set; }

    /// <summary>The cost now.</summary>
    public ProxyCost Cost => _scene.Cost.Current;

    /// <summary>The cheapest placement at the end of any round, and at the start.</summary>
    public Placement Best { get; private set; }

    /// <summary>Its cost.</summary>
    public ProxyCost BestCost { get; private set; }

    /// <summary>How often each kind of move was tried and accepted.</summary>
    public IEnumerable<MoveCount> Counts => _moves.Select((move, index) => new MoveCount(move.Kind, _tried[index], _accepted[index]));

    /// <summary>Searches on until a share of the work is done.</summary>
    /// <param name="progress">From the number of moves so far to the share of this island's work that is done; above 1 ends.</param>
    /// <param name="until">The share.</param>
    /// <param name="cancellation">Ends the round early.</param>
    public void Run(Func<long, double> progress, double until, CancellationToken cancellation)
    {
        while (progress(Moves) is var done && done < until && !cancellation.IsCancellationRequested)
        {
            _scene.Progress = _from + ((1 - _from) * Math.Clamp(done, 0, 1));
            var temperature = _scene.Task.Policy.Temperature(_scene.Progress);
            if (Moves % Renewal == 0)
            {
                _mix.Renew(_scene.Progress);
            }

            for (var i = 0; i < Stride; i++)
            {
                Move(temperature);
            }
        }

        Keep();
    }

    /// <summary>Goes on from another island's placement.</summary>
    public void Adopt(Island other)
    {
        for (var node = 0; node < _scene.Task.Netlist.NodeCount; node++)
        {
            var (x, y) = other._scene.Cost[node];
            if ((x, y) != _scene.Cost[node])
            {
                _scene.Space.Set(node, x, y);
                _scene.Cost.Move(node, x, y);
            }
        }

        _scene.Cost.Commit(_scene.Cost.Evaluate());
        Keep();
    }

    private void Move(double temperature)
    {
        Moves++;
        var move = _mix.Draw(_scene.Random.NextDouble());
        _tried[move]++;
        if (!_moves[move].Try(_scene))
        {
            _mix.Note(move, 0);
            return;
        }

        var cost = _scene.Cost.Evaluate();
        var rise = cost.Proxy - _scene.Cost.Current.Proxy;
        if (rise <= 0 || rise < -temperature * Math.Log(1 - _scene.Random.NextDouble()))
        {
            _scene.Cost.Commit(cost);
            _accepted[move]++;
            _mix.Note(move, -rise);
        }
        else
        {
            _scene.Undo();
            _mix.Note(move, 0);
        }
    }

    private void Keep()
    {
        if (Cost.Proxy < BestCost.Proxy)
        {
            (Best, BestCost) = (_scene.Cost.Snapshot(), Cost);
        }
    }
}
