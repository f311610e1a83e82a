namespace Cambrian.Peers.Choices;

/// <summary>
/// Gains of each arm as ShinkaEvolve counts them (shinka/llm/prioritization.py): a gain r counts as e^r − 1, summed up in logarithms so that
/// no scale overflows; sums fade with every step, and means are relative to the greatest gain, which fades too.
/// </summary>
internal sealed class GainsByArm
{
    // Above the one, e^r − 1 and e^r are the same number; below the other, e^r − 1 loses digits that r (1 + r / 2) has.
    private const double Large = 50;
    private const double Small = 1e-5;
    private const double LeastWeight = 1e-7;

    private readonly double[] _sum;
    private readonly double[] _weight;
    private readonly int[] _tries;

    public GainsByArm(int arms)
    {
        (_sum, _weight, _tries) = (new double[arms], new double[arms], new int[arms]);
        Array.Fill(_sum, double.NegativeInfinity);
    }

    /// <summary>How often each arm was told about.</summary>
    public IReadOnlyList<int> Tries => _tries;

    /// <summary>Logarithm of the greatest gain; negative infinity before there is one.</summary>
    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Logarithm of e^r − 1; negative infinity for 0.</summary>
    public static double Log(double gain) => gain > Large ? gain : Math.Log(gain < Small ? gain * (1 + (gain / 2)) : Math.Exp(gain) - 1);

    /// <summary>Adds a gain, not negative.</summary>
    public void Add(int arm, double gain)
    {
        var log = Log(gain);
        _sum[arm] = Plus(_sum[arm], log);
        _weight[arm]++;
        _tries[arm]++;
        Greatest = Math.Max(Greatest, log);
    }

    /// <summary>Lets everything fade: a sum S becomes f S / (1 + (1 − f) S).</summary>
    /// <param name="left">f, above 0 and at most 1.</param>
    public void Fade(double left)
    {
        var mean = double.NegativeInfinity;
        for (var arm = 0; arm < _sum.Length; arm++)
        {
            _weight[arm] *= left;
            _sum[arm] = Faded(_sum[arm], left);
            mean = Math.Max(mean, MeanLog(arm));
        }

        Greatest = double.IsFinite(Greatest) ? Math.Max(Faded(Greatest, left), mean) : Greatest;
    }

    /// <summary>Mean gain of an arm relative to the greatest one, from 0 to 1.</summary>
    public double Mean(int arm) => double.IsFinite(Greatest) ? Math.Exp(MeanLog(arm) - Greatest) : 0;

    private double MeanLog(int arm) => _sum[arm] - Math.Log(Math.Max(_weight[arm], LeastWeight));

    private static double Faded(double log, double left) =>
        log + Math.Log(left) - (log > 0 ? log + Math.Log(1 - left + Math.Exp(-log)) : Math.Log(1 + ((1 - left) * Math.Exp(log))));

    private static double Plus(double one, double other)
    {
        var (greater, less) = (Math.Max(one, other), Math.Min(one, other));
        return double.IsNegativeInfinity(less) ? greater : greater + Math.Log(1 + Math.Exp(less - greater));
    }
}
