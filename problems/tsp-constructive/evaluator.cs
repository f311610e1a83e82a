using System.IO;
using System.Runtime.CompilerServices;
using Cambrian.Contracts;

public delegate double Priority(
    double distance, double nearest, double second, double average, double centre, double toStart,
    double closest, double spread, double home, double left, double turn);

/// <summary>
/// A case is the length of the reference tour, how much the case counts, whether it is clustered (0 or 1), then x and y of
/// each city; the tour starts at the first. An answer is the order in which the rule visits the cities.
/// </summary>
public sealed class TspConstructive : Evaluator<Priority, double[], short[]>
{
    // What depends on the cities alone is worked out once for each case, not for each candidate.
    private static readonly ConditionalWeakTable<double[], Map> Maps = [];

    // In order; the stages of problem.json end inside this list, so that each holds a mix.
    private static readonly Part[] Training =
    [
        new(6, 50), new(1, 100), new(1, 100, Clustered: true),
        new(6, 50), new(2, 100), new(3, 100, Clustered: true), new(1, 200),
        new(12, 50), new(3, 100), new(5, 100, Clustered: true), new(2, 200),
    ];

    private static readonly Part[] Validation = [new(60, 50), new(40, 100), new(10, 200), new(10, 100, Clustered: true)];

    // The last two are shown as metrics and do not count.
    private static readonly Part[] Test = [new(200, 50), new(200, 100), new(50, 200, Weight: 0), new(50, 100, Clustered: true, Weight: 0)];

    /// <summary>The instances of a split without their references: those are measured from these, see README.md.</summary>
    public static List<Instance> Instances(Split split)
    {
        var random = new Random(1 + (int)split);
        var parts = split switch { Split.Training => Training, Split.Validation => Validation, _ => Test };
        return [.. parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(_ => new Instance(Cities(random, part), part)))];
    }

    public override IReadOnlyList<double[]> Cases(Split split, string dataFolder)
    {
        var file = Path.Combine(dataFolder, $"references-{split.ToString().ToLowerInvariant()}.txt");
        double[] references = [.. File.ReadLines(file).Select(double.Parse)];
        var instances = Instances(split);
        return references.Length == instances.Count
            ? [.. instances.Zip(references, (instance, reference) => instance.Case(reference))]
            : throw new InvalidDataException($"{file} has {references.Length} lengths for {instances.Count} instances; write it again as README.md says.");
    }

    public override short[] Run(Priority program, double[] problemCase)
    {
        var walk = new Walk(Maps.GetValue(problemCase, static cities => new Map(cities)));
        while (walk.Unvisited > 0)
        {
            walk.Visit(walk.Best(program));
        }

        return walk.Order;
    }

    // A permutation of the cities, measured along the coordinates.
    public override CaseScore Score(double[] problemCase, short[] answer)
    {
        var cities = Map.Cities(problemCase);
        if (answer.Length != cities)
        {
            return CaseScore.Invalid($"The tour has {answer.Length} stops; there are {cities} cities.");
        }

        var visited = new bool[cities];
        for (var i = 0; i < cities; i++)
        {
            if (answer[i] < 0 || answer[i] >= cities || visited[answer[i]])
            {
                return CaseScore.Invalid($"Stop {i} of the tour is city {answer[i]}, which does not exist or was visited before.");
            }

            visited[answer[i]] = true;
        }

        var length = Enumerable.Range(0, cities).Sum(i => Map.Distance(problemCase, answer[i], answer[(i + 1) % cities]));
        return new CaseScore(100 * ((length / problemCase[0]) - 1), Weight: problemCase[1]);
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<double[]> cases, IReadOnlyList<short[]> answers) =>
        cases.Zip(answers, (problemCase, answer) => (Name: Name(problemCase), Gap: Score(problemCase, answer).Value))
            .GroupBy(pair => pair.Name)
            .ToDictionary(group => group.Key, group => group.Average(pair => pair.Gap));

    private static string Name(double[] problemCase) => (problemCase[2] > 0 ? "gap_clustered_" : "gap_") + Map.Cities(problemCase);

    private static double[] Cities(Random random, Part part)
    {
        var centres = Enumerable.Range(0, 3 + random.Next(6)).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).ToArray();
        var coordinates = new double[2 * part.Cities];
        for (var i = 0; i < part.Cities; i++)
        {
            var (x, y) = (random.NextDouble(), random.NextDouble());
            if (part.Clustered)
            {
                var centre = centres[random.Next(centres.Length)];
                var radius = 0.06 * Math.Sqrt(-2 * Math.Log(1 - x));
                (x, y) = (centre.X + (radius * Math.Cos(2 * Math.PI * y)), centre.Y + (radius * Math.Sin(2 * Math.PI * y)));
            }

            // On a grid, so that the last digit of a platform's logarithm makes no other instance.
            (coordinates[2 * i], coordinates[(2 * i) + 1]) = (Math.Round(x * 1e6) / 1e6, Math.Round(y * 1e6) / 1e6);
        }

        return coordinates;
    }

    public sealed record Part(int Count, int Cities, bool Clustered = false, double Weight = 1);

    public sealed record Instance(double[] Coordinates, Part Part)
    {
        public double[] Case(double reference) => [reference, Part.Weight, Part.Clustered ? 1 : 0, .. Coordinates];
    }
}

/// <summary>The cities of a case with all distances, in units of twice the mean distance from a city to its nearest.</summary>
internal sealed class Map
{
    private const int Header = 3;

    public Map(double[] problemCase)
    {
        Count = Cities(problemCase);
        X = new double[Count];
        Y = new double[Count];
        Distances = new double[Count * Count];
        Sums = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = (problemCase[Header + (2 * i)], problemCase[Header + (2 * i) + 1]);
            for (var j = 0; j < Count; j++)
            {
                Distances[(i * Count) + j] = Distance(problemCase, i, j);
            }
        }

        Nearest = [.. Enumerable.Range(0, Count).SelectMany(i => Enumerable.Range(0, Count)
            .Where(j => j != i).OrderBy(j => Distances[(i * Count) + j])).Select(city => (short)city)];
        Scale();
    }

    public int Count { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public double[] Distances { get; }

    /// <summary>Of each city, the distances to all others together.</summary>
    public double[] Sums { get; }

    /// <summary>Of each city in turn, all others, nearest first.</summary>
    public short[] Nearest { get; }

    public static int Cities(double[] problemCase) => (problemCase.Length - Header) / 2;

    public static double Distance(double[] problemCase, int a, int b)
    {
        var (dx, dy) = (problemCase[Header + (2 * a)] - problemCase[Header + (2 * b)], problemCase[Header + (2 * a) + 1] - problemCase[Header + (2 * b) + 1]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private void Scale()
    {
        var unit = 2 * Enumerable.Range(0, Count).Average(i => Distances[(i * Count) + Nearest[i * (Count - 1)]]);
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = (X[i] / unit, Y[i] / unit);
            for (var j = 0; j < Count; j++)
            {
                Distances[(i * Count) + j] /= unit;
                Sums[i] += Distances[(i * Count) + j];
            }
        }
    }
}

/// <summary>A tour under way. The features of a city are kept up from step to step: this is what a run spends its time in.</summary>
internal sealed class Walk
{
    private readonly Map _map;
    private readonly short[] _unvisited;
    private readonly bool[] _visited;
    private readonly double[] _sums;
    private readonly short[] _first;
    private readonly short[] _second;
    private int _here;
    private double _closest;
    private double _sumHere;
    private double _sumX;
    private double _sumY;
    private double _headingX;
    private double _headingY;

    public Walk(Map map)
    {
        _map = map;
        Order = new short[map.Count];
        Unvisited = map.Count;
        _visited = new bool[map.Count];
        _unvisited = [.. Enumerable.Range(0, map.Count).Select(city => (short)city)];
        _sums = [.. map.Sums];
        _first = new short[map.Count];
        _second = [.. Enumerable.Repeat((short)1, map.Count)];
        (_sumX, _sumY) = (map.X.Sum(), map.Y.Sum());
        Visit(0);
    }

    public short[] Order { get; }

    public int Unvisited { get; private set; }

    /// <summary>Goes to the city at a place in the list of those not yet visited.</summary>
    public void Visit(int place)
    {
        var city = _unvisited[place];
        Order[_map.Count - Unvisited] = city;
        Unvisited--;
        _unvisited[place] = _unvisited[Unvisited];
        _visited[city] = true;
        (_sumX, _sumY) = (_sumX - _map.X[city], _sumY - _map.Y[city]);
        (_headingX, _headingY) = (_map.X[city] - _map.X[_here], _map.Y[city] - _map.Y[_here]);
        (_here, _sumHere) = (city, _sums[city]);
        if (Unvisited > 0)
        {
            _closest = _map.Distances[(city * _map.Count) + Pass(city, ref _first[city])];
        }
    }

    /// <summary>The place, in the list, of the city with the highest priority; of equals the nearer. Not-a-number is the lowest.</summary>
    public int Best(Priority program)
    {
        var count = _map.Count;
        var (x, y, others) = (_map.X, _map.Y, Math.Max(1, Unvisited - 1));
        var (centreX, centreY) = (_sumX / Unvisited, _sumY / Unvisited);
        var (hereX, hereY, left, spread) = (x[_here], y[_here], (double)Unvisited / count, _sumHere / Unvisited);
        var heading = Math.Sqrt((_headingX * _headingX) + (_headingY * _headingY));
        var row = _map.Distances.AsSpan(_here * count, count);
        var start = _map.Distances.AsSpan(0, count);
        var (best, highest, shortest) = (0, double.NegativeInfinity, double.PositiveInfinity);
        for (var place = 0; place < Unvisited; place++)
        {
            int city = _unvisited[place];
            var distance = row[city];
            var sum = _sums[city] -= distance;
            var (nearest, second) = NearestTwo(city);
            var (dx, dy) = (x[city] - centreX, y[city] - centreY);
            var turn = heading * distance is > 0 and var product
                ? ((_headingX * (x[city] - hereX)) + (_headingY * (y[city] - hereY))) / product
                : 0;
            var priority = program(
                distance, nearest, second, Unvisited > 1 ? sum / others : start[city], Math.Sqrt((dx * dx) + (dy * dy)), start[city],
                _closest, spread, start[_here], left, turn);
            priority = double.IsNaN(priority) ? double.NegativeInfinity : priority;
            if (priority > highest || (priority == highest && distance < shortest))
            {
                (best, highest, shortest) = (place, priority, distance);
            }
        }

        return best;
    }

    // To the nearest two cities not visited, or home where there are none.
    private (double Nearest, double Second) NearestTwo(int city)
    {
        if (Unvisited == 1)
        {
            return (_map.Distances[city], _map.Distances[city]);
        }

        var nearest = _map.Distances[(city * _map.Count) + Pass(city, ref _first[city])];
        if (Unvisited == 2)
        {
            return (nearest, nearest);
        }

        _second[city] = Math.Max(_second[city], (short)(_first[city] + 1));
        return (nearest, _map.Distances[(city * _map.Count) + Pass(city, ref _second[city])]);
    }

    // Passes the cities that have been visited in the list of a city's nearest.
    private int Pass(int city, ref short place)
    {
        var list = _map.Nearest.AsSpan(city * (_map.Count - 1), _map.Count - 1);
        while (_visited[list[place]])
        {
            place++;
        }

        return list[place];
    }
}
