using System.Text;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate double[] Construct(int[] size, double[] start, Work work);

/// <summary>Size is the number of points and their dimension. An answer is the coordinates of each point in turn.</summary>
public sealed class DistanceRatio : Evaluator<Construct, ConstructionCase<double>, double[]>
{
    // Operations of the toolbox for one program: some tenths of a second.
    private const long Allowance = 400_000_000;

    public override IReadOnlyList<ConstructionCase<double>> Cases(Split split, string dataFolder) => [ConstructionCase<double>.Read(dataFolder)];

    public override double[] Run(Construct program, ConstructionCase<double> problemCase) =>
        program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<double> problemCase, double[] answer)
    {
        var (count, dimension) = (problemCase.Size[0], problemCase.Size[1]);
        if (answer.Length != count * dimension)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; {count} points of {dimension} coordinates have {count * dimension}.");
        }

        if (Array.FindIndex(answer, number => !double.IsFinite(number)) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Coordinate {odd % dimension} of point {odd / dimension} is {answer[odd]}; expected a finite number.");
        }

        var pairs = Pairs(answer, dimension);
        var (near, far) = (pairs.MinBy(pair => pair.Squared), pairs.MaxBy(pair => pair.Squared));
        return near.Squared.Sign == 0
            ? CaseScore.Invalid($"Points {near.First} and {near.Second} coincide; their distance is 0, expected more.")
            : new CaseScore(((Rational)far.Squared / near.Squared).Up());
    }

    public override string Picture(ConstructionCase<double> problemCase, double[] answer)
    {
        var dimension = problemCase.Size[1];
        var pairs = Pairs(answer, dimension);
        var (near, far) = (pairs.Min(pair => pair.Squared).Down(), pairs.Max(pair => pair.Squared).Down());
        var places = answer.Chunk(dimension).Select(point => Seen(point, Math.Sqrt(far))).ToArray();
        var (left, top) = (places.Min(place => place.X) - 0.05, places.Min(place => place.Y) - 0.05);
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left:F3} {top:F3} {places.Max(place => place.X) + 0.05 - left:F3} {places.Max(place => place.Y) + 0.05 - top:F3}\">");
        foreach (var (first, second, squared) in pairs)
        {
            // The distances that count: those within a millionth of the smallest in green, of the largest in red.
            var colour = squared.Down() < near * (1 + 1e-6) ? "#2a7" : squared.Down() > far * (1 - 1e-6) ? "#c44" : null;
            if (colour is not null)
            {
                svg.Append($"<line x1=\"{places[first].X:F4}\" y1=\"{places[first].Y:F4}\" x2=\"{places[second].X:F4}\" y2=\"{places[second].Y:F4}\" stroke=\"{colour}\" stroke-width=\"0.004\"/>");
            }
        }

        foreach (var (x, y) in places)
        {
            svg.Append($"<circle cx=\"{x:F4}\" cy=\"{y:F4}\" r=\"0.015\" fill=\"#246\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static List<(int First, int Second, Dyadic Squared)> Pairs(double[] answer, int dimension)
    {
        Dyadic[][] points = [.. answer.Select(Dyadic.Of).Chunk(dimension)];
        return [.. from i in Enumerable.Range(0, points.Length)
                   from j in Enumerable.Range(0, i)
                   select (i, j, points[i].Zip(points[j], (x, y) => (x - y) * (x - y)).Aggregate((sum, part) => sum + part))];
    }

    // In the plane as it is; in space from the side and a little above. The largest distance has length 1.
    private static (double X, double Y) Seen(double[] point, double scale) => point.Length < 3
        ? (point[0] / scale, point.Length > 1 ? -point[1] / scale : 0)
        : ((point[0] + (0.3 * point[1])) / scale, ((0.4 * point[1]) - point[2]) / scale);
}
