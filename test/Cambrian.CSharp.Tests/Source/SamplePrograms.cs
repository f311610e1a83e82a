namespace Cambrian.CSharp.Tests.Source;

/// <summary>Programs of the size and kind that problems ship as seeds.</summary>
internal static class SamplePrograms
{
    public const string Sorting = """
        public static class Sorting
        {
            private const int Cutoff = 12;

            // EVOLVE-BLOCK-START
            public static int[] Sort(int[] values)
            {
                var copy = (int[])values.Clone();
                Quick(copy, 0, copy.Length - 1, 0);
                return copy;
            }

            private static void Quick(int[] a, int low, int high, int depth)
            {
                if (high - low < Cutoff)
                {
                    Insertion(a, low, high);
                    return;
                }

                var pivot = Pivot(a, low, high);
                int i = low, j = high;
                while (i <= j)
                {
                    while (a[i] < pivot)
                    {
                        i++;
                    }

                    while (a[j] > pivot)
                    {
                        j--;
                    }

                    if (i <= j)
                    {
                        (a[i], a[j]) = (a[j], a[i]);
                        i++;
                        j--;
                    }
                }

                if (depth > 40)
                {
                    Array.Sort(a, low, high - low + 1);
                    return;
                }

                Quick(a, low, j, depth + 1);
                Quick(a, i, high, depth + 1);
            }

            private static int Pivot(int[] a, int low, int high)
            {
                var middle = low + (high - low) / 2;
                var (x, y, z) = (a[low], a[middle], a[high]);
                return Math.Max(Math.Min(x, y), Math.Min(Math.Max(x, y), z));
            }

            private static void Insertion(int[] a, int low, int high)
            {
                for (int k = low + 1; k <= high; k++)
                {
                    var value = a[k];
                    var at = k - 1;
                    while (at >= low && a[at] > value)
                    {
                        a[at + 1] = a[at];
                        at--;
                    }

                    a[at + 1] = value;
                }
            }
            // EVOLVE-BLOCK-END
        }
        """;

    public const string Tour = """
        using System.Linq;

        public static class Tour
        {
            public static int[] Solve(double[][] distance)
            {
                var tour = Construct(distance);
                Improve(tour, distance, 3);
                return tour;
            }

            // EVOLVE-BLOCK-START
            static int[] Construct(double[][] distance)
            {
                int n = distance.Length;
                var tour = new int[n];
                var used = new bool[n];
                int current = 0;
                used[0] = true;
                for (int step = 1; step < n; step++)
                {
                    int best = -1;
                    double bestScore = double.MaxValue;
                    for (int next = 0; next < n; next++)
                    {
                        if (used[next])
                        {
                            continue;
                        }

                        double score = Score(distance, current, next, used, step);
                        if (score < bestScore)
                        {
                            bestScore = score;
                            best = next;
                        }
                    }

                    tour[step] = best;
                    used[best] = true;
                    current = best;
                }

                return tour;
            }

            static double Score(double[][] distance, int current, int next, bool[] used, int step)
            {
                double nearest = double.MaxValue;
                double sum = 0;
                int count = 0;
                for (int other = 0; other < used.Length; other++)
                {
                    if (!used[other] && other != next)
                    {
                        nearest = Math.Min(nearest, distance[next][other]);
                        sum += distance[next][other];
                        count++;
                    }
                }

                double average = count > 0 ? sum / count : 0.0;
                return distance[current][next] - 0.4 * average + (step % 2 == 0 ? 0.1 * nearest : 0.0);
            }

            static void Improve(int[] tour, double[][] distance, int rounds)
            {
                for (int round = 0; round < rounds; round++)
                {
                    bool improved = false;
                    for (int i = 1; i < tour.Length - 1; i++)
                    {
                        for (int j = i + 1; j < tour.Length; j++)
                        {
                            int a = tour[i - 1], b = tour[i], c = tour[j], d = tour[(j + 1) % tour.Length];
                            double gain = distance[a][b] + distance[c][d] - distance[a][c] - distance[b][d];
                            if (gain > 1e-9)
                            {
                                Array.Reverse(tour, i, j - i + 1);
                                improved = true;
                            }
                        }
                    }

                    if (!improved)
                    {
                        break;
                    }
                }
            }
            // EVOLVE-BLOCK-END
        }
        """;

    public const string Packing = """
        public static class Packing
        {
            public readonly record struct State(int Capacity, int ItemsLeft);

            public static double Priority(double item, double remaining, int[] histogram, State state)
            {
                // EVOLVE-BLOCK-START
                double waste = remaining - item;
                if (waste <= 0)
                {
                    return 1000;
                }

                double similar = 0;
                var total = 0;
                for (var gap = 0; gap < histogram.Length; gap++)
                {
                    total += histogram[gap];
                    if (Math.Abs(gap - waste) < 2)
                    {
                        similar += histogram[gap] * Weight(gap, state);
                    }
                }

                var share = total == 0 ? 0.0 : similar / total;
                var late = state.ItemsLeft < 0.1 * state.Capacity;
                return late ? -waste : -waste * 0.5 - 3.0 * share + Math.Sqrt(item);
                // EVOLVE-BLOCK-END
            }

            static double Weight(int gap, State state) => 1.0 / (1 + gap / (double)state.Capacity);
        }
        """;

    public const string Circles = """
        using System.Collections.Generic;

        public sealed class Circles
        {
            private readonly int count;
            private readonly List<(double X, double Y)> centres = new();
            private double margin = 1e-9;

            public Circles(int count)
            {
                this.count = count;
            }

            public static double[][] Solve(int n)
            {
                var packing = new Circles(n);
                packing.Place();
                return packing.Result();
            }

            // EVOLVE-BLOCK-START
            private void Place()
            {
                int columns = (int)Math.Ceiling(Math.Sqrt(count));
                double spacing = 1.0 / columns;
                var random = new Random(7);
                for (int index = 0; index < count; index++)
                {
                    int row = index / columns;
                    int column = index % columns;
                    double shift = row % 2 == 0 ? 0.0 : spacing / 2;
                    double x = (column + 0.5) * spacing + shift * 0.1;
                    double y = (row + 0.5) * spacing + random.NextDouble() * 0.001;
                    centres.Add((Clamp(x), Clamp(y)));
                }
            }

            private double Clamp(double value)
            {
                double low = 0.01;
                double high = 1 - low;
                return value < low ? low : value > high ? high : value;
            }

            private double[] Radii()
            {
                var radii = new double[centres.Count];
                for (int i = 0; i < radii.Length; i++)
                {
                    var (x, y) = centres[i];
                    radii[i] = Math.Min(Math.Min(x, 1 - x), Math.Min(y, 1 - y));
                }

                for (int sweep = 0; sweep < 10; sweep++)
                {
                    foreach (var i in Order(radii))
                    {
                        double limit = radii[i];
                        for (int j = 0; j < radii.Length; j++)
                        {
                            if (j != i)
                            {
                                double room = Distance(centres[i], centres[j]) - radii[j];
                                limit = Math.Min(limit, room);
                            }
                        }

                        radii[i] = Math.Max(0, limit - margin);
                    }
                }

                return radii;
            }

            private static IEnumerable<int> Order(double[] radii) => Enumerable.Range(0, radii.Length).OrderBy(i => radii[i]);

            private static double Distance((double X, double Y) a, (double X, double Y) b)
            {
                double dx = a.X - b.X;
                double dy = a.Y - b.Y;
                return Math.Sqrt(dx * dx + dy * dy);
            }
            // EVOLVE-BLOCK-END

            private double[][] Result()
            {
                var radii = Radii();
                var rows = new double[count][];
                for (int i = 0; i < count; i++)
                {
                    rows[i] = new[] { centres[i].X, centres[i].Y, radii[i] };
                }

                return rows;
            }
        }
        """;

    public const string Words = """
        using System.Text;

        public static class Words
        {
            private static readonly char Separator = ' ';

            public static string Summary(string text, int width)
            {
                var words = Split(text);
                var counts = Count(words);
                var builder = new StringBuilder();
                int used = 0;
                foreach (var pair in counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal))
                {
                    string line = $"{pair.Key}:{pair.Value}";
                    if (used + line.Length > width)
                    {
                        break;
                    }

                    builder.Append(line).Append(Separator);
                    used += line.Length + 1;
                }

                return builder.ToString().TrimEnd();
            }

            static List<string> Split(string text)
            {
                var result = new List<string>();
                var word = new StringBuilder();
                bool inWord = false;
                foreach (char c in text)
                {
                    if (char.IsLetterOrDigit(c))
                    {
                        word.Append(char.ToLowerInvariant(c));
                        inWord = true;
                    }
                    else if (inWord)
                    {
                        result.Add(word.ToString());
                        word.Clear();
                        inWord = false;
                    }
                }

                if (inWord)
                {
                    result.Add(word.ToString());
                }

                return result;
            }

            static Dictionary<string, int> Count(List<string> words)
            {
                var counts = new Dictionary<string, int>();
                foreach (var word in words)
                {
                    if (word.Length < 2)
                    {
                        continue;
                    }

                    counts[word] = counts.TryGetValue(word, out int before) ? before + Value(word) : Value(word);
                }

                return counts;
            }

            static int Value(string word)
            {
                int value = 1;
                switch (word.Length)
                {
                    case 2:
                    case 3:
                        value = 1;
                        break;
                    case > 8:
                        value += word.Length / 4;
                        break;
                    default:
                        value = word[0] == 'x' ? 3 : 2;
                        break;
                }

                return Math.Max(value, 1);
            }
        }
        """;

    public const string Graph = """
        public static class Graph
        {
            public sealed class Edge
            {
                public int To { get; init; }
                public double Weight { get; init; }
            }

            // EVOLVE-BLOCK-START
            public static double[] Shortest(List<Edge>[] edges, int source)
            {
                var distance = new double[edges.Length];
                Array.Fill(distance, double.PositiveInfinity);
                distance[source] = 0;
                var queue = new PriorityQueue<int, double>();
                queue.Enqueue(source, 0);
                while (queue.Count > 0)
                {
                    var at = queue.Dequeue();
                    foreach (var edge in edges[at])
                    {
                        var through = distance[at] + edge.Weight;
                        if (through < distance[edge.To])
                        {
                            distance[edge.To] = through;
                            queue.Enqueue(edge.To, through + Bias(edge, at));
                        }
                    }
                }

                return distance;
            }

            private static double Bias(Edge edge, int at)
            {
                Func<double, double> squash = x => x / (1 + Math.Abs(x));
                double bias;
                if (edge.To > at)
                {
                    bias = squash(edge.Weight - 1.5);
                }
                else
                {
                    bias = 0.25 * squash(edge.Weight);
                }

                return bias;
            }

            public static int[] Colour(List<Edge>[] edges)
            {
                var colours = new int[edges.Length];
                var order = Enumerable.Range(0, edges.Length).OrderByDescending(v => edges[v].Count).ToArray();
                foreach (var vertex in order)
                {
                    var taken = new HashSet<int>();
                    foreach (var edge in edges[vertex])
                    {
                        taken.Add(colours[edge.To]);
                    }

                    int colour = 1;
                    do
                    {
                        colour++;
                    }
                    while (taken.Contains(colour) && colour < edges.Length + 2);

                    colours[vertex] = colour;
                }

                return colours;
            }
            // EVOLVE-BLOCK-END
        }
        """;

    public static readonly (string Name, string Text)[] All =
    [
        ("sorting", Sorting), ("tour", Tour), ("packing", Packing), ("circles", Circles), ("words", Words), ("graph", Graph),
    ];
}
