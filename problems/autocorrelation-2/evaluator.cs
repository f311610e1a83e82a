using System.Numerics;
using Cambrian.Contracts;
using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the largest number of steps. An answer is the heights, in any unit.</summary>
public sealed class SecondAutocorrelationProblem : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: several seconds, as many steps take their time.
    private const long Allowance = 20_000_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override string Picture(ConstructionCase<double> problemCase, double[] answer) => StepPicture.Draw(answer, Convolution.Square(answer));

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        if (answer.Length == 0 || answer.Length > problemCase.Size[0])
        {
            return CaseScore.Invalid($"{answer.Length} steps were returned; expected 1 to {problemCase.Size[0]}.");
        }

        if (Array.FindIndex(answer, height => !double.IsFinite(height) || height < 0) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Height {odd} is {answer[odd]:R}; expected a finite number, not negative.");
        }

        BigInteger[] convolution = [0, .. ExactSteps.Autoconvolution(ExactSteps.Whole(answer)).Select(value => (BigInteger)value), 0];
        var (sum, peak) = (convolution.Aggregate(BigInteger.Add), convolution.Max());
        if (peak.IsZero)
        {
            return CaseScore.Invalid("All heights are zero; the score divides by their sum.");
        }

        var energy = convolution.Zip(convolution.Skip(1), (left, right) => (left * left) + (left * right) + (right * right)).Aggregate(BigInteger.Add);
        return new CaseScore(new Rational(energy, 3 * sum * peak).Down());
    }
}
