using System.Numerics;
using Cambrian.Contracts;
using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the largest number of steps, whether heights may be negative, whether the absolute value counts. An answer is the heights, in any unit.</summary>
public sealed class Autocorrelation : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: several seconds, as many steps take their time.
    private const long Allowance = 20_000_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override string Picture(ConstructionCase<double> problemCase, double[] answer) => StepPicture.Draw(answer, Convolution.Square(answer));

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var (most, negative, absolute) = (problemCase.Size[0], problemCase.Size[1] == 1, problemCase.Size[2] == 1);
        if (answer.Length == 0 || answer.Length > most)
        {
            return CaseScore.Invalid($"{answer.Length} steps were returned; expected 1 to {most}.");
        }

        if (Array.FindIndex(answer, height => !double.IsFinite(height) || (height < 0 && !negative)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Height {odd} is {answer[odd]:R}; expected a finite number{(negative ? "" : ", not negative")}.");
        }

        var heights = ExactSteps.Whole(answer);
        var sum = heights.Aggregate(BigInteger.Zero, (total, height) => total + height);
        if (sum.IsZero)
        {
            return CaseScore.Invalid("The heights add up to zero; the score divides by their sum.");
        }

        var peak = ExactSteps.Autoconvolution(heights).Max(value => absolute ? Int128.Abs(value) : value);
        return new CaseScore(new Rational(2 * answer.Length * (BigInteger)peak, sum * sum).Up());
    }
}
