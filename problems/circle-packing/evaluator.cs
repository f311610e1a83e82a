using System.Globalization;
using System.Numerics;
using System.Text;
using Cambrian.Contracts;
using Cambrian.Numerics.Optimisation;

public delegate double[] Pack(int count, Work work);

/// <summary>A case is the number of discs. An answer is x, y and radius of each disc in turn.</summary>
public sealed class CirclePacking : Evaluator<Pack, int[], double[]>
{
    // Operations of the toolbox for one program, times the third power of the number of discs, as local searches cost: about a second
    // for 26. More time is not a better program.
    private const long Allowance = 70_000;

    // One problem, one case: there is nothing to generalise to.
    public override IReadOnlyList<int[]> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder).Size];

    public override double[] Run(Pack program, int[] problemCase) => program(problemCase[0], new Work(Allowance * problemCase[0] * problemCase[0] * problemCase[0])) ?? [];

    // Every double is a whole multiple of 2⁻¹⁰⁷⁴, so all of this is done in whole numbers: no tolerance, no rounding.
    public override CaseScore Score(int[] problemCase, double[] answer)
    {
        var count = problemCase[0];
        if (answer.Length != 3 * count)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; {count} discs have {3 * count}: x, y and radius of each.");
        }

        if (Array.FindIndex(answer, number => !double.IsFinite(number)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"{"xyr"[odd % 3]} of disc {odd / 3} is {answer[odd]}; expected a finite number.");
        }

        BigInteger[] whole = [.. answer.Select(Whole)];
        for (var i = 0; i < count; i++)
        {
            if (Fault(whole, answer, i) is { } fault)
            {
                return CaseScore.Invalid(fault);
            }
        }

        var sum = whole.Where((_, index) => index % 3 == 2).Aggregate(BigInteger.Zero, (total, radius) => total + radius);
        // Rounded down to 2⁻¹¹⁴ first, as the whole number itself is beyond the range of a double.
        return new CaseScore((double)(sum >> 960) * Math.Pow(2, -114));
    }

    public override string Picture(int[] problemCase, double[] answer)
    {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-0.01 -0.01 1.02 1.02\"><rect width=\"1\" height=\"1\" fill=\"#f3f5f4\" stroke=\"#1d2327\" stroke-width=\"0.003\"/>");
        foreach (var disc in answer.Chunk(3))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{disc[0]:F5}\" cy=\"{1 - disc[1]:F5}\" r=\"{disc[2]:F5}\" fill=\"#8fcdbb\" stroke=\"#0b6e5a\" stroke-width=\"0.003\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Fault(BigInteger[] whole, double[] answer, int i)
    {
        var (x, y, r) = (whole[3 * i], whole[(3 * i) + 1], whole[(3 * i) + 2]);
        if (r.Sign < 0)
        {
            return $"The radius of disc {i} is {answer[(3 * i) + 2]:R}; expected zero or more.";
        }

        if (x < r || y < r || x + r > One || y + r > One)
        {
            return $"Disc {i} at ({answer[3 * i]:R}, {answer[(3 * i) + 1]:R}) with radius {answer[(3 * i) + 2]:R} leaves the unit square.";
        }

        for (var j = 0; j < i; j++)
        {
            var (dx, dy, radii) = (x - whole[3 * j], y - whole[(3 * j) + 1], r + whole[(3 * j) + 2]);
            if ((dx * dx) + (dy * dy) < radii * radii)
            {
                return $"Discs {j} and {i} overlap: their radii add up to more than the distance of their centres.";
            }
        }

        return null;
    }

    private static readonly BigInteger One = Whole(1);

    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, fraction) = ((int)(bits >> 52) & 0x7ff, bits & 0xf_ffff_ffff_ffff);
        var magnitude = exponent == 0 ? fraction : new BigInteger(fraction | (1L << 52)) << (exponent - 1);
        return value < 0 ? -magnitude : magnitude;
    }
}
