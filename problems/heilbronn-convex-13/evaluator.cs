using System.Text;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the number of points. An answer is x and y of each point in turn, anywhere in the plane.</summary>
public sealed class PointsInHull : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: a few seconds.
    private const long Allowance = 3_000_000_000;

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
        var smallest = Triangles(points).MinBy(triangle => triangle.Twice);
        return smallest.Twice.Sign == 0
            ? CaseScore.Invalid($"Points {smallest.K}, {smallest.J} and {smallest.I} are on a line: their triangle has the area 0, expected more.")
            : new CaseScore(((Rational)smallest.Twice / TwiceHull(points)).Down());
    }

    public override string Picture(ConstructionCase<double> problemCase, double[] answer)
    {
        var (left, top) = (answer.Chunk(2).Min(point => point[0]), answer.Chunk(2).Max(point => point[1]));
        var (width, height) = (answer.Chunk(2).Max(point => point[0]) - left, top - answer.Chunk(2).Min(point => point[1]));
        (double X, double Y)[] places = [.. answer.Chunk(2).Select(point => ((point[0] - left) / width, (top - point[1]) / height))];
        var triangles = Triangles([.. answer.Select(Dyadic.Of).Chunk(2)]);
        var limit = triangles.Min(triangle => triangle.Twice).Up() * (1 + 1e-6);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-0.03 -0.03 1.06 1.06\">");
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

    // Andrew's monotone chain; no three points are on a line here.
    private static Dyadic TwiceHull(Dyadic[][] points)
    {
        List<Dyadic[]> order = [.. points.Order(Comparer<Dyadic[]>.Create((a, b) => a[0] != b[0] ? a[0].CompareTo(b[0]) : a[1].CompareTo(b[1])))];
        return Chain(order) + Chain([.. Enumerable.Reverse(order)]);
    }

    // Twice the area between one side of the hull and the origin.
    private static Dyadic Chain(List<Dyadic[]> order)
    {
        List<Dyadic[]> chain = [];
        foreach (var point in order)
        {
            while (chain.Count > 1 && Twice(chain[^2], chain[^1], point).Sign < 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return chain.Zip(chain.Skip(1), (a, b) => (a[0] * b[1]) - (b[0] * a[1])).Aggregate((sum, part) => sum + part);
    }

    private static Dyadic Twice(Dyadic[] a, Dyadic[] b, Dyadic[] c) => ((b[0] - a[0]) * (c[1] - a[1])) - ((c[0] - a[0]) * (b[1] - a[1]));

    private static List<(int I, int J, int K, Dyadic Twice)> Triangles(Dyadic[][] p) =>
        [.. from i in Enumerable.Range(0, p.Length)
            from j in Enumerable.Range(0, i)
            from k in Enumerable.Range(0, j)
            select (i, j, k, Dyadic.Abs(Twice(p[i], p[j], p[k])))];
}
