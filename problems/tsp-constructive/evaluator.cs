using System.IO;
using System.Numerics;
using System.Runtime.CompilerServices;
using Cambrian.Contracts;

public delegate double Priority(
    double distance, double nearest, double second, double average, double centre, double toStart,
    double closest, double spread, double home, double left, double turn, double ahead, double crowd, double aside);

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
        new(8, 50), new(4, 100),
        new(24, 50), new(16, 100),
        new(40, 50), new(24, 100), new(4, 200), new(4, 100, Clustered: true),
    ];

    private static readonly Part[] Validation = [new(200, 50), new(200, 100)];

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
        while (!walk.IsComplete)
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

        var length = Map.Distance(problemCase, answer[^1], answer[0]);
        for (var i = 1; i < cities; i++)
        {
            length += Map.Distance(problemCase, answer[i - 1], answer[i]);
        }

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

    /// <summary>The distances from a city to all.</summary>
    public ReadOnlySpan<double> Row(int city) => Distances.AsSpan(city * Count, Count);

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

/// <summary>A tour under way. What a rule sees is kept up from step to step: this is what a run spends its time in.</summary>
internal sealed class Walk
{
    private const int Crowd = 5;

    private readonly Map _map;
    private readonly Neighbours _neighbours;
    private readonly double[] _sums;
    private int _here;
    private int _unvisited;
    private double _sumX;
    private double _sumY;
    private double _headingX;
    private double _headingY;

    public Walk(Map map)
    {
        (_map, _neighbours, _unvisited) = (map, new Neighbours(map), map.Count);
        Order = new short[map.Count];
        _sums = [.. map.Sums];
        (_sumX, _sumY) = (map.X.Sum(), map.Y.Sum());
        Visit(0);
    }

    public short[] Order { get; }

    public bool IsComplete => _unvisited == 0;

    public void Visit(int city)
    {
        Order[_map.Count - _unvisited] = (short)city;
        _unvisited--;
        _neighbours.Remove(city);
        (_sumX, _sumY) = (_sumX - _map.X[city], _sumY - _map.Y[city]);
        (_headingX, _headingY) = (_map.X[city] - _map.X[_here], _map.Y[city] - _map.Y[_here]);
        _here = city;
        Subtract(_map.Row(city), _sums);
    }

    /// <summary>Of the nearest cities not yet visited the one with the highest priority; of equals the nearer. Not-a-number is the lowest.</summary>
    public int Best(Priority program)
    {
        var (x, y, others) = (_map.X, _map.Y, Math.Max(1, _unvisited - 1));
        var (centreX, centreY) = (_sumX / _unvisited, _sumY / _unvisited);
        var (left, spread) = ((double)_unvisited / _map.Count, _sums[_here] / _unvisited);
        var heading = Math.Sqrt((_headingX * _headingX) + (_headingY * _headingY));
        var row = _map.Row(_here);
        var start = _map.Row(0);
        var offered = _neighbours.Of(_here);
        var (best, highest) = ((int)offered[0], double.NegativeInfinity);
        var toClosest = _map.Row(best);
        var closest = row[best];
        foreach (int city in offered)
        {
            var distance = row[city];
            var (nearest, second, crowd) = Around(city);
            var (dx, dy) = (x[city] - centreX, y[city] - centreY);
            var turn = heading * distance is > 0 and var product
                ? ((_headingX * (x[city] - x[_here])) + (_headingY * (y[city] - y[_here]))) / product
                : 0;
            var priority = program(
                distance, nearest, second, _unvisited > 1 ? _sums[city] / others : start[city], Math.Sqrt((dx * dx) + (dy * dy)), start[city],
                closest, spread, start[_here], left, turn, Ahead(city), crowd, toClosest[city]);
            if (priority > highest)
            {
                (best, highest) = (city, priority);
            }
        }

        return best;
    }

    private static void Subtract(ReadOnlySpan<double> row, Span<double> sums)
    {
        var place = 0;
        for (; place <= sums.Length - Vector<double>.Count; place += Vector<double>.Count)
        {
            (new Vector<double>(sums[place..]) - new Vector<double>(row[place..])).CopyTo(sums[place..]);
        }

        for (; place < sums.Length; place++)
        {
            sums[place] -= row[place];
        }
    }

    // From a city to the nearest of the others, to the second, and to the nearest five on the mean; home where there are none.
    private (double Nearest, double Second, double Crowd) Around(int city)
    {
        var row = _map.Row(city);
        var others = _neighbours.Of(city);
        if (others.IsEmpty)
        {
            return (row[0], row[0], row[0]);
        }

        var sum = 0.0;
        others = others[..Math.Min(Crowd, others.Length)];
        foreach (var other in others)
        {
            sum += row[other];
        }

        return (row[others[0]], row[others[Math.Min(1, others.Length - 1)]], sum / others.Length);
    }

    // How long a step is, on the mean, of a walk of three steps that goes to the nearest city each time.
    private double Ahead(int city)
    {
        var first = _neighbours.Nearest(city, city, city);
        if (first < 0)
        {
            return _map.Row(city)[0];
        }

        var length = _map.Row(city)[first];
        var second = _neighbours.Nearest(first, city, city);
        if (second < 0)
        {
            return length;
        }

        length += _map.Row(first)[second];
        var third = _neighbours.Nearest(second, city, first);
        return third < 0 ? length / 2 : (length + _map.Row(second)[third]) / 3;
    }
}

/// <summary>Of each city the nearest that are not visited, brought up to date when they are asked for.</summary>
internal sealed class Neighbours(Map map)
{
    // A good rule goes no further than to the eighth nearest; to offer it more costs most of the time.
    private const int Kept = 8;

    private readonly bool[] _visited = new bool[map.Count];
    private readonly short[] _cities = new short[map.Count * Kept];
    private readonly byte[] _counts = new byte[map.Count];
    private readonly short[] _passed = new short[map.Count];
    private readonly short[] _asOf = new short[map.Count];
    private short _visits;

    public void Remove(int city)
    {
        _visited[city] = true;
        _visits++;
    }

    /// <summary>The nearest first.</summary>
    public ReadOnlySpan<short> Of(int city)
    {
        if (_asOf[city] != _visits)
        {
            Refresh(city);
        }

        return _cities.AsSpan(city * Kept, _counts[city]);
    }

    /// <summary>The nearest that is neither of two others; -1 for none.</summary>
    public int Nearest(int city, int notThis, int norThat)
    {
        foreach (var other in Of(city))
        {
            if (other != notThis && other != norThat)
            {
                return other;
            }
        }

        return -1;
    }

    // Each entry of a city's list is passed once in a tour, however often the city is looked at.
    private void Refresh(int city)
    {
        var cities = _cities.AsSpan(city * Kept, Kept);
        var count = 0;
        foreach (var old in cities[.._counts[city]])
        {
            cities[count] = old;
            count += _visited[old] ? 0 : 1;
        }

        var list = map.Nearest.AsSpan(city * (map.Count - 1), map.Count - 1);
        var passed = (int)_passed[city];
        for (; count < Kept && passed < list.Length; passed++)
        {
            cities[count] = list[passed];
            count += _visited[list[passed]] ? 0 : 1;
        }

        (_counts[city], _passed[city], _asOf[city]) = ((byte)count, (short)passed, _visits);
    }
}
