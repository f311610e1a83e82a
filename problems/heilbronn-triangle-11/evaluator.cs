using System.Text;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the number of points. An answer is x and y of each point in turn, in the triangle x ≥ 0, y ≥ 0, x + y ≤ 1.</summary>
public sealed class PointsInTriangle : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: a few seconds.
    private const long Allowance = 4_000_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var count = problemCase.Size[0];
        if (answer.Length != 2 * count)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; {count} points have {2 * count}.");
        }

        if (Array.FindIndex(answer, number => !double.IsFinite(number)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"{"xy"[odd % 2]} of point {odd / 2} is {answer[odd]}; expected a finite number.");
        }

        Dyadic[][] points = [.. answer.Select(Dyadic.Of).Chunk(2)];
        for (var i = 0; i < count; i++)
        {
            var beyond = Dyadic.Max(Dyadic.Max(-points[i][0], -points[i][1]), points[i][0] + points[i][1] - 1.0);
            if (beyond.Sign > 0)
            {
                return CaseScore.Invalid($"Point {i} at ({answer[2 * i]:R}, {answer[(2 * i) + 1]:R}) is outside the triangle, by {beyond}.");
            }
        }

        // Twice the area of a small triangle is its share of the whole one, which has the area one half.
        return new CaseScore(Triangles(points).Min(triangle => triangle.Twice).Down());
    }

    public override string Picture(ConstructionCase<double> problemCase, double[] answer)
    {
        // As an equilateral triangle, which shows symmetries.
        (double X, double Y)[] places = [.. answer.Chunk(2).Select(point => (point[0] + (point[1] / 2), 0.866 * (1 - point[1])))];
        var triangles = Triangles([.. answer.Select(Dyadic.Of).Chunk(2)]);
        var limit = triangles.Min(triangle => triangle.Twice).Up() * (1 + 1e-6);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-0.03 -0.03 1.06 0.93\"><path d=\"M0 0.866H1L0.5 0Z\" fill=\"none\" stroke=\"#888\" stroke-width=\"0.004\"/>");
        foreach (var (i, j, k, _) in triangles.Where(triangle => triangle.Twice.Up() <= limit))
        {
            svg.Append($"<path d=\"M{places[i].X:F4} {places[i].Y:F4}L{places[j].X:F4} {places[j].Y:F4}L{places[k].X:F4} {places[k].Y:F4}Z\" fill=\"#2a7\" fill-opacity=\"0.12\"/>");
        }

        foreach (var (x, y) in places)
        {
            svg.Append($"<circle cx=\"{x:F4}\" cy=\"{y:F4}\" r=\"0.012\" fill=\"#246\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static List<(int I, int J, int K, Dyadic Twice)> Triangles(Dyadic[][] p) =>
        [.. from i in Enumerable.Range(0, p.Length)
            from j in Enumerable.Range(0, i)
            from k in Enumerable.Range(0, j)
            select (i, j, k, Dyadic.Abs(((p[j][0] - p[i][0]) * (p[k][1] - p[i][1])) - ((p[k][0] - p[i][0]) * (p[j][1] - p[i][1]))))];
}
