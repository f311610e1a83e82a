namespace Cambrian.Numerics.LinearProgramming;

/// <summary>Weights that estimate how long the edges of a simplex step are (Devex, Harris 1973, "Pivot selection methods of the Devex LP code"): far fewer steps for little work.</summary>
internal sealed class ReferenceWeights
{
    private readonly double[] _weights;

    public ReferenceWeights(int count)
    {
        _weights = new double[count];
        Reset();
    }

    /// <summary>What a gain along edge k is worth.</summary>
    public double Score(int k, double gain) => gain * gain / _weights[k];

    /// <summary>Learns from an exchange, before it is made.</summary>
    /// <param name="chosen">The edge that is taken.</param>
    /// <param name="entry">The entries of the pivot's row or column, by edge.</param>
    public void Learn(int chosen, Func<int, double> entry)
    {
        var (pivot, weight) = (entry(chosen), _weights[chosen]);
        for (var k = 0; k < _weights.Length; k++)
        {
            var ratio = entry(k) / pivot;
            _weights[k] = Math.Max(_weights[k], ratio * ratio * weight);
        }

        _weights[chosen] = Math.Max(weight / (pivot * pivot), 1);
        if (_weights[chosen] > 1e9)
        {
            Reset();
        }
    }

    private void Reset() => Array.Fill(_weights, 1);
}
