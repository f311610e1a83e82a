using System.Numerics;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the largest number of coefficients. An answer is c₀, c₁, … of Σ cₖH₄ₖ, without the last one.</summary>
public sealed class Uncertainty : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: a few seconds.
    private const long Allowance = 20_000_000_000;

    // The root is enclosed far more narrowly than a double tells.
    private const int Digits = 80;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        if (answer.Length == 0 || answer.Length > problemCase.Size[0])
        {
            return CaseScore.Invalid($"{answer.Length} coefficients were returned; expected 1 to {problemCase.Size[0]}.");
        }

        if (Array.FindIndex(answer, coefficient => !double.IsFinite(coefficient)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Coefficient {odd} is {answer[odd]}; expected a finite number.");
        }

        // P(x)/x² in y = x²; P(0) = 0 makes the division exact.
        var quotient = Polynomial(answer).Skip(1).Reverse().SkipWhile(coefficient => coefficient.IsZero).Reverse().ToArray();
        if (quotient.Length == 0)
        {
            return CaseScore.Invalid("All coefficients cancel: the function is zero.");
        }

        return RealRoots.TryLargest(quotient, Digits, out var root)
            ? new CaseScore((root / ((Interval)2.0 * IntervalFunctions.Pi)).Upper.Up())
            : CaseScore.Invalid("P(x)/x² has no sign change for x > 0, or one that multiple or very close roots hide.");
    }

    // Coefficients of P as a polynomial in x², up to a factor that makes them whole.
    private static BigInteger[] Polynomial(double[] answer)
    {
        var basis = Hermite(answer.Length);
        Dyadic[] exact = [.. answer.Select(coefficient => (Dyadic)coefficient)];
        var unit = exact.Min(coefficient => coefficient.Exponent);
        BigInteger[] whole = [.. exact.Select(coefficient => coefficient.Mantissa << (coefficient.Exponent - unit))];

        // Σ cₖH₄ₖ(0) + c·H₄ₙ(0) = 0, times H₄ₙ(0).
        var last = basis[answer.Length];
        var sum = new BigInteger[last.Length];
        var level = BigInteger.Zero;
        for (var k = 0; k < whole.Length; k++)
        {
            level += whole[k] * basis[k][0];
            for (var power = 0; power < basis[k].Length; power++)
            {
                sum[power] += whole[k] * basis[k][power] * last[0];
            }
        }

        return [.. sum.Select((value, power) => value - (level * last[power]))];
    }

    // H₀, H₄, …, H₄ₙ as polynomials in x², by Hⱼ₊₁ = 2x·Hⱼ − 2j·Hⱼ₋₁.
    private static BigInteger[][] Hermite(int n)
    {
        BigInteger[][] all = new BigInteger[(4 * n) + 1][];
        (all[0], all[1]) = ([1], [0, 2]);
        for (var j = 1; j < 4 * n; j++)
        {
            var next = new BigInteger[j + 2];
            for (var power = 0; power <= j; power++)
            {
                next[power + 1] += 2 * all[j][power];
                next[power] -= power < j ? 2 * j * all[j - 1][power] : 0;
            }

            all[j + 1] = next;
        }

        return [.. Enumerable.Range(0, n + 1).Select(k => all[4 * k].Where((_, power) => power % 2 == 0).ToArray())];
    }
}
