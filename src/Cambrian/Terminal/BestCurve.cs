namespace Cambrian.Terminal;

/// <summary>The best score so far as a staircase over the steps.</summary>
internal sealed class BestCurve
{
    private readonly List<(int Step, double Score)> _points = [];

    /// <summary>The step and the oriented score of every new best, oldest first.</summary>
    public IReadOnlyList<(int Step, double Score)> Points => _points;

    /// <summary>Adds a new best, later and better than the last one.</summary>
    public void Add(int step, double score) => _points.Add((step, score));

    /// <summary>The staircase at evenly spaced places from step 0 to a last step.</summary>
    /// <param name="lastStep">Where the staircase ends.</param>
    /// <param name="places">How many places.</param>
    /// <returns>The best score at each place; negative infinity before the first best.</returns>
    public double[] Sample(int lastStep, int places)
    {
        var samples = new double[places];
        var next = 0;
        var best = double.NegativeInfinity;
        for (var place = 0; place < places; place++)
        {
            var step = (double)lastStep * (place + 1) / places;
            while (next < _points.Count && _points[next].Step <= step)
            {
                best = _points[next++].Score;
            }

            samples[place] = best;
        }

        return samples;
    }
}
