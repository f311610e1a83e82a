using System.Globalization;
using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Kernels;

/// <summary>The numerical kernels beside MathNet.Numerics, in the same process, and SciPy, in one of its own: the same instances, to the same answers.</summary>
public sealed class KernelsBenchmark : IBenchmark
{
    // Below that, clocks and collections show.
    private const double LeastSeconds = 0.1;

    // An answer is the same up to this share of it, or this much.
    private const double Same = 1e-6;

    /// <inheritdoc/>
    public string Name => "kernels";

    /// <inheritdoc/>
    public string Purpose => "numerical kernels: processor time per solve, beside MathNet.Numerics and SciPy (python3-scipy)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var (repeats, python, only) = (arguments.Number("repeats", 5), arguments.Text("python") ?? "/usr/bin/python3", arguments.Text("only") ?? "");
        arguments.RequireAllKnown();

        MathNet.Numerics.Control.UseSingleThread();
        KernelRow[] rows = [.. LinearRows.All().Concat(SearchRows.All()).Concat(GeometryRows.All()).Where(row => row.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
        using var folder = new ScratchFolder();
        var file = folder.File("instances.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows.Select(row => row.Instance)), cancellation);

        var ours = rows.Select(_ => new List<(double, KernelAnswer)>()).ToArray();
        var mathNet = rows.Select(_ => new List<(double, KernelAnswer)>()).ToArray();
        var sciPy = rows.Select(_ => new List<(double, KernelAnswer)>()).ToArray();
        var versions = "";
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                ours[row].Add(Measure(rows[row].Ours));
                mathNet[row].Add(rows[row].MathNet is { } other ? Measure(other) : (double.NaN, new KernelAnswer(double.NaN)));
            }

            var reply = await SciPyAsync(python, file, cancellation);
            versions = reply.Versions;
            for (var row = 0; row < rows.Length; row++)
            {
                sciPy[row].Add((reply.Rows[row][0], new KernelAnswer(reply.Rows[row][1], (long)reply.Rows[row][2])));
            }
        }

        var report = new Report("Kernels");
        report.Note($"Processor time of one solve, all threads; each measured for at least {LeastSeconds} s after as long a warm-up, {repeats} times in turn. MathNet.Numerics {typeof(MathNet.Numerics.Control).Assembly.GetName().Version?.ToString(3)}, managed, one thread; {versions}. SciPy solves Python functions where a kernel takes a function, which is what its user pays; calls tell the method from the language.");
        report.Add(Times(rows, ours, mathNet, sciPy));
        report.Add(Answers(rows, ours, mathNet, sciPy));
        return report;
    }

    private static Table Times(KernelRow[] rows, List<(double Seconds, KernelAnswer)>[] ours, List<(double Seconds, KernelAnswer)>[] mathNet, List<(double Seconds, KernelAnswer)>[] sciPy)
    {
        var table = new Table("Microseconds; ratios above 1 say that ours is faster.", ["kernel", "instance", "Cambrian", "MathNet", "SciPy", "MathNet ÷ ours", "SciPy ÷ ours"]);
        for (var row = 0; row < rows.Length; row++)
        {
            var (mine, its, theirs) = (Micro(ours[row]), Micro(mathNet[row]), Micro(sciPy[row]));
            table.Add(rows[row].Name, rows[row].Size, mine, double.IsNaN(its.Median) ? "–" : its, theirs, Ratio(its, mine), Ratio(theirs, mine));
        }

        return table;

        static Sample Micro(List<(double Seconds, KernelAnswer)> runs) => new([.. runs.Select(run => 1e6 * run.Seconds)]);
        static object Ratio(Sample its, Sample mine) => double.IsNaN(its.Median) ? "–" : new Sample([.. its.Values.Zip(mine.Values, (a, b) => a / b)]);
    }

    private static Table Answers(KernelRow[] rows, List<(double, KernelAnswer Answer)>[] ours, List<(double, KernelAnswer Answer)>[] mathNet, List<(double, KernelAnswer Answer)>[] sciPy)
    {
        var table = new Table("Answers: the objective, what the others' have more, and calls of the function.", ["kernel", "instance", "Cambrian", "MathNet −", "SciPy −", "calls", "MathNet's", "SciPy's", "same"]);
        for (var row = 0; row < rows.Length; row++)
        {
            var (mine, its, theirs) = (ours[row][^1].Answer, mathNet[row][^1].Answer, sciPy[row][^1].Answer);
            var same = new[] { its.Value, theirs.Value }.Where(double.IsFinite).All(value => Math.Abs(value - mine.Value) <= Same * Math.Max(1, Math.Abs(mine.Value)));
            table.Add(rows[row].Name, rows[row].Size, mine.Value.ToString("G10", CultureInfo.InvariantCulture), its.Value - mine.Value, theirs.Value - mine.Value, Calls(mine), Calls(its), Calls(theirs), same ? "yes" : "no");
        }

        return table;

        static string Calls(KernelAnswer answer) => answer.Calls == 0 ? "–" : answer.Calls.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static (double Seconds, KernelAnswer Answer) Measure(Func<KernelAnswer> solve)
    {
        var answer = solve();
        var count = 1;
        for (var warm = Meter.Of(() => answer = solve()); warm.Cpu.TotalSeconds < LeastSeconds; warm = Meter.Of(() => Repeat(solve, count)))
        {
            count = Math.Max(2 * count, (int)Math.Min(1e6, count * 1.2 * LeastSeconds / Math.Max(1e-3, warm.Cpu.TotalSeconds)));
        }

        return (Meter.Of(() => Repeat(solve, count)).Cpu.TotalSeconds / count, answer);
    }

    private static void Repeat(Func<KernelAnswer> solve, int count)
    {
        for (var k = 0; k < count; k++)
        {
            solve();
        }
    }

    private static async Task<Reply> SciPyAsync(string python, string file, CancellationToken cancellation)
    {
        var script = Repository.Find("bench/peers/kernels.py");
        var child = await Child.RunAsync(python, [script, file, LeastSeconds.ToString(CultureInfo.InvariantCulture)], cancellation, environment: [("OPENBLAS_NUM_THREADS", "1"), ("OMP_NUM_THREADS", "1")]);
        return JsonSerializer.Deserialize<Reply>(child.Required("bench/peers/kernels.py (apt-get install python3-scipy)"), JsonSerializerOptions.Web) ?? throw new InvalidOperationException("bench/peers/kernels.py printed nothing.");
    }

    // Seconds, value and calls of each row.
    private sealed record Reply(string Versions, double[][] Rows);
}
