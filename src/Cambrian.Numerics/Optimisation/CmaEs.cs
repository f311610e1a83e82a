using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// The covariance matrix adaptation evolution strategy, with default parameters, positive weights, and equation numbers of
/// Hansen 2016, "The CMA Evolution Strategy: A Tutorial" (arXiv 1604.00772); or its separable variant, which adapts the diagonal alone
/// (Ros and Hansen 2008), for many dimensions. One caller at a time.
/// </summary>
public sealed class CmaEs
{
    private readonly CmaEsParameters _parameters;
    private readonly double[] _mean;
    private readonly double[] _covariance;
    private readonly double[] _basis;
    private readonly double[] _deviations;
    private readonly double[] _pathOfStep;
    private readonly double[] _pathOfCovariance;
    private int _sinceDecomposition;

    /// <summary>A strategy at its start.</summary>
    /// <param name="start">Mean of the first samples; n ≥ 1 dimensions.</param>
    /// <param name="sigma">Their standard deviation in every dimension; the optimum should lie within about three of them.</param>
    /// <param name="separable">Whether only the diagonal is adapted.</param>
    /// <param name="population">Samples per generation; null for 4 + ⌊3 ln n⌋.</param>
    public CmaEs(ReadOnlySpan<double> start, double sigma, bool separable = false, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        var n = start.Length;
        _parameters = new CmaEsParameters(n, population ?? CmaEsParameters.DefaultPopulation(n), separable);
        (_mean, Sigma) = (start.ToArray(), sigma);
        (_pathOfStep, _pathOfCovariance) = (new double[n], new double[n]);
        _deviations = new double[n];
        Array.Fill(_deviations, 1);
        _covariance = separable ? [.. _deviations] : Identity(n);
        _basis = separable ? [] : Identity(n);
    }

    private CmaEs(CmaEs other)
    {
        (_parameters, Sigma, Generation, _sinceDecomposition) = (other._parameters, other.Sigma, other.Generation, other._sinceDecomposition);
        (_mean, _covariance, _basis, _deviations) = ([.. other._mean], [.. other._covariance], [.. other._basis], [.. other._deviations]);
        (_pathOfStep, _pathOfCovariance) = ([.. other._pathOfStep], [.. other._pathOfCovariance]);
    }

    /// <summary>Samples per generation.</summary>
    public int Population => _parameters.Population;

    /// <summary>Generations so far.</summary>
    public int Generation { get; private set; }

    /// <summary>Where the next samples are centred.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>The overall step size σ.</summary>
    public double Sigma { get; private set; }

    private int Dimensions => _mean.Length;

    /// <summary>An independent copy.</summary>
    public CmaEs Copy() => new(this);

    /// <summary>One sample: mean + σ · N(0, C), eq. 38–40. Changes nothing.</summary>
    public double[] Sample(Random random)
    {
        var n = Dimensions;
        var scaled = new double[n];
        for (var i = 0; i < n; i++)
        {
            scaled[i] = _deviations[i] * Normal(random);
        }

        var sample = new double[n];
        for (var i = 0; i < n; i++)
        {
            sample[i] = _mean[i] + (Sigma * (_parameters.Separable ? scaled[i] : Dot(_basis.AsSpan(i * n, n), scaled)));
        }

        return sample;
    }

    /// <summary>Learns from a generation.</summary>
    /// <param name="ranked">All samples of the generation, the best first.</param>
    /// <exception cref="ArgumentException">Not as many samples as the population, or of other dimensions.</exception>
    public void Update(IReadOnlyList<double[]> ranked)
    {
        if (ranked.Count != Population || ranked.Any(sample => sample.Length != Dimensions))
        {
            throw new ArgumentException($"Expected {Population} samples of {Dimensions} dimensions, given {ranked.Count}.", nameof(ranked));
        }

        Generation++;
        var before = _mean.ToArray();
        MoveMean(ranked);
        var shift = new double[Dimensions];
        for (var i = 0; i < Dimensions; i++)
        {
            shift[i] = (_mean[i] - before[i]) / Sigma;
        }

        var stalled = UpdatePaths(shift);
        UpdateCovariance(ranked, before, stalled);
        Sigma *= Math.Exp(Math.Min(0.6, _parameters.StepRate / _parameters.StepDamping * ((Norm(_pathOfStep) / _parameters.ExpectedNorm) - 1))); // eq. 44
        Decompose();
    }

    // Eq. 41–42 with learning rate 1.
    private void MoveMean(IReadOnlyList<double[]> ranked)
    {
        Array.Clear(_mean);
        for (var k = 0; k < _parameters.Weights.Length; k++)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                _mean[i] += _parameters.Weights[k] * ranked[k][i];
            }
        }
    }

    // Eq. 43 and 45; returns whether the path of the covariance stands still (h_σ = 0) because steps are growing fast.
    private bool UpdatePaths(double[] shift)
    {
        var (step, covariance) = (_parameters.StepRate, _parameters.PathRate);
        var whitened = Whiten(shift);
        var gain = Math.Sqrt(step * (2 - step) * _parameters.EffectiveMass);
        for (var i = 0; i < Dimensions; i++)
        {
            _pathOfStep[i] = ((1 - step) * _pathOfStep[i]) + (gain * whitened[i]);
        }

        var unbiased = Norm(_pathOfStep) / Math.Sqrt(1 - Math.Pow(1 - step, 2 * Generation));
        var stalled = unbiased >= (1.4 + (2.0 / (Dimensions + 1))) * _parameters.ExpectedNorm;
        gain = stalled ? 0 : Math.Sqrt(covariance * (2 - covariance) * _parameters.EffectiveMass);
        for (var i = 0; i < Dimensions; i++)
        {
            _pathOfCovariance[i] = ((1 - covariance) * _pathOfCovariance[i]) + (gain * shift[i]);
        }

        return stalled;
    }

    // C^(-1/2) · y
    private double[] Whiten(double[] shift)
    {
        var n = Dimensions;
        var whitened = new double[n];
        if (_parameters.Separable)
        {
            for (var i = 0; i < n; i++)
            {
                whitened[i] = shift[i] / _deviations[i];
            }

            return whitened;
        }

        for (var k = 0; k < n; k++)
        {
            var along = 0.0;
            for (var i = 0; i < n; i++)
            {
                along += _basis[(i * n) + k] * shift[i];
            }

            for (var i = 0; i < n; i++)
            {
                whitened[i] += _basis[(i * n) + k] * along / _deviations[k];
            }
        }

        return whitened;
    }

    // Eq. 47
    private void UpdateCovariance(IReadOnlyList<double[]> ranked, double[] before, bool stalled)
    {
        var (one, many) = (_parameters.RankOneRate, _parameters.RankManyRate);
        var lost = stalled ? one * _parameters.PathRate * (2 - _parameters.PathRate) : 0;
        var kept = 1 + lost - one - many;
        for (var i = 0; i < _covariance.Length; i++)
        {
            var (row, column) = _parameters.Separable ? (i, i) : (i / Dimensions, i % Dimensions);
            var spread = 0.0;
            for (var k = 0; k < _parameters.Weights.Length; k++)
            {
                spread += _parameters.Weights[k] * (ranked[k][row] - before[row]) * (ranked[k][column] - before[column]);
            }

            _covariance[i] = (kept * _covariance[i]) + (one * _pathOfCovariance[row] * _pathOfCovariance[column]) + (many * spread / (Sigma * Sigma));
        }
    }

    // Every few generations is enough: the matrix changes slowly.
    private void Decompose()
    {
        if (_parameters.Separable)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                _deviations[i] = Math.Sqrt(_covariance[i]);
            }
        }
        else if (++_sinceDecomposition * (_parameters.RankOneRate + _parameters.RankManyRate) * Dimensions * 10 > 1)
        {
            _sinceDecomposition = 0;
            SymmetricEigen.Jacobi(_covariance.ToArray(), _deviations, _basis);
            for (var i = 0; i < Dimensions; i++)
            {
                _deviations[i] = Math.Sqrt(Math.Max(_deviations[i], 1e-300));
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    private static double Norm(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static double[] Identity(int n)
    {
        var identity = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            identity[(i * n) + i] = 1;
        }

        return identity;
    }

    // Box and Muller 1958
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
