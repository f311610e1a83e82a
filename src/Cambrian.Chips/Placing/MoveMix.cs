namespace Cambrian.Chips.Placing;

/// <summary>Draws kinds of moves by the policy's weights, and learns how much each yields.</summary>
internal sealed class MoveMix(PlacementPolicy policy, IReadOnlyList<MoveKind> kinds)
{
    // About the last three rounds count.
    private const double Forgetting = 0.7;

    private readonly double[] _gains = new double[kinds.Count];
    private readonly double[] _tries = new double[kinds.Count];
    private readonly double[] _cumulative = new double[kinds.Count];

    /// <summary>Notes what a move did.</summary>
    /// <param name="move">Which of the kinds.</param>
    /// <param name="gain">By how much it lowered the cost; negative when a worse placement was accepted, 0 when it was taken back.</param>
    public void Note(int move, double gain)
    {
        _gains[move] += gain;
        _tries[move]++;
    }

    /// <summary>Sets the weights anew, and begins to forget.</summary>
    public void Renew(double progress)
    {
        var mean = 0.0;
        for (var move = 0; move < kinds.Count; move++)
        {
            mean += Rate(move) / kinds.Count;
        }

        var sum = 0.0;
        for (var move = 0; move < kinds.Count; move++)
        {
            sum += Math.Max(0, policy.Weight(kinds[move], progress, mean > 0 ? Rate(move) / mean : 1));
            _cumulative[move] = sum;
            _gains[move] *= Forgetting;
            _tries[move] *= Forgetting;
        }
    }

    /// <summary>A move, by its weight.</summary>
    /// <param name="draw">Uniform in [0, 1).</param>
    public int Draw(double draw)
    {
        var target = draw * _cumulative[^1];
        var move = 0;
        while (move < kinds.Count - 1 && _cumulative[move] <= target)
        {
            move++;
        }

        return move;
    }

    // Above 0 while nothing is known, so that every kind is tried.
    private double Rate(int move) => Math.Max(0, _gains[move]) / (_tries[move] + 1);
}
