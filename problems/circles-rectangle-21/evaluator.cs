using System.Text;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the number of discs. An answer is x, y and radius of each disc in turn.</summary>
public sealed class DiscsInRectangle : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: about half a second.
    private const long Allowance = 1_000_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var count = problemCase.Size[0];
        if (answer.Length != 3 * count)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; {count} discs have {3 * count}: x, y and radius of each.");
        }

        if (Array.FindIndex(answer, number => !double.IsFinite(number)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"{"xyr"[odd % 3]} of disc {odd / 3} is {answer[odd]}; expected a finite number.");
        }

        Dyadic[][] discs = [.. answer.Select(Dyadic.Of).Chunk(3)];
        return Fault(discs) is { } fault
            ? CaseScore.Invalid(fault)
            : new CaseScore(discs.Aggregate(default(Dyadic), (sum, disc) => sum + disc[2]).Down());
    }

    public override string Picture(ConstructionCase<double> problemCase, double[] answer)
    {
        var (left, right) = (answer.Chunk(3).Min(disc => disc[0] - disc[2]), answer.Chunk(3).Max(disc => disc[0] + disc[2]));
        var (low, high) = (answer.Chunk(3).Min(disc => disc[1] - disc[2]), answer.Chunk(3).Max(disc => disc[1] + disc[2]));
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-0.02 -0.02 {right - left + 0.04:F4} {high - low + 0.04:F4}\">");
        svg.Append($"<rect x=\"0\" y=\"0\" width=\"{right - left:F5}\" height=\"{high - low:F5}\" fill=\"none\" stroke=\"#888\" stroke-width=\"0.004\"/>");
        foreach (var disc in answer.Chunk(3))
        {
            svg.Append($"<circle cx=\"{disc[0] - left:F5}\" cy=\"{high - disc[1]:F5}\" r=\"{disc[2]:F5}\" fill=\"#8bd\" stroke=\"#246\" stroke-width=\"0.003\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Fault(Dyadic[][] discs)
    {
        for (var i = 0; i < discs.Length; i++)
        {
            if (discs[i][2].Sign < 0)
            {
                return $"The radius of disc {i} is {discs[i][2]}; expected zero or more.";
            }

            for (var j = 0; j < i; j++)
            {
                var (dx, dy, radii) = (discs[i][0] - discs[j][0], discs[i][1] - discs[j][1], discs[i][2] + discs[j][2]);
                var missing = (radii * radii) - (dx * dx) - (dy * dy);
                if (missing.Sign > 0)
                {
                    return $"Discs {j} and {i} overlap: the squared distance of their centres is {missing} less than that of their radii's sum.";
                }
            }
        }

        var beyond = Extent(discs, 0) + Extent(discs, 1) - 2.0;
        return beyond.Sign > 0 ? $"Width and height of the rectangle add up to {beyond} more than 2." : null;
    }

    private static Dyadic Extent(Dyadic[][] discs, int axis) => discs.Max(disc => disc[axis] + disc[2]) - discs.Min(disc => disc[axis] - disc[2]);
}
