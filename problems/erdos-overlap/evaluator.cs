using System.Numerics;
using Cambrian.Contracts;
using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the largest number of steps. An answer is the heights, in any unit: they are scaled to a mean of ½.</summary>
public sealed class MinimumOverlapProblem : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: several seconds, as many steps take their time.
    private const long Allowance = 20_000_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override string Picture(ConstructionCase<double> problemCase, double[] answer) => StepPicture.Draw(answer, Convolution.Correlation(answer, [.. answer.Select(height => 1 - height)]));

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var n = answer.Length;
        if (n == 0 || n > problemCase.Size[0])
        {
            return CaseScore.Invalid($"{n} steps were returned; expected 1 to {problemCase.Size[0]}.");
        }

        if (Array.FindIndex(answer, height => !double.IsFinite(height) || height < 0) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Height {odd} is {answer[odd]:R}; expected a finite number, not negative.");
        }

        var heights = ExactSteps.Whole(answer);
        var sum = heights.Aggregate(BigInteger.Zero, (total, height) => total + height);
        // Scaled to the mean ½, a height is n·h/2Σh.
        if (sum.IsZero || n * (BigInteger)heights.Max() > 2 * sum)
        {
            return CaseScore.Invalid($"Scaled to a mean of 1/2, height {Array.IndexOf(heights, heights.Max())} is {(sum.IsZero ? double.NaN : new Rational(n * (BigInteger)heights.Max(), 2 * sum).Up()):R}; expected at most 1.");
        }

        return new CaseScore(new Rational(Peak(heights, sum), 2 * sum * sum).Up());
    }

    // The largest Σ hᵢ(2Σh − n·hᵢ₊ₖ): with heights as scaled this is 2(Σh)²·2/n times the overlap.
    private static BigInteger Peak(long[] heights, BigInteger sum)
    {
        var products = ExactSteps.Autocorrelation(heights);
        var (peak, left, right) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        for (var shift = heights.Length - 1; shift >= 0; shift--)
        {
            // Of h, what stands over 1 − h when that is shifted to one side, and to the other.
            left += heights[heights.Length - 1 - shift];
            right += heights[shift];
            peak = BigInteger.Max(peak, (2 * sum * BigInteger.Max(left, right)) - (heights.Length * (BigInteger)products[shift]));
        }

        return peak;
    }
}
