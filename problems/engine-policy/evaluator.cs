using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Evaluators;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Policies;
using Cambrian.Core.Proposers;
using Cambrian.Core.Selectors;
using Cambrian.CSharp.Kernels;
using Cambrian.CSharp.Kernels.Tuning;
using Cambrian.Numerics.Expressions;

/// <summary>A search policy: which law is asked for, and what the law is told.</summary>
public delegate double Policy(int law, double a, double b, double c, double d);

/// <summary>One search under the policy.</summary>
/// <param name="Name">Which inner problem.</param>
/// <param name="Seed">Seed of the search, and of the problem's instances.</param>
/// <param name="Work">Work after which it ends.</param>
/// <param name="Until">Score at which it ends; infinite for never.</param>
/// <param name="Measure">"area" under the best score so far, or "work" or processor "seconds" until <paramref name="Until"/> was reached.</param>
public sealed record Search(string Name, int Seed, double Work, double Until, string Measure);

/// <summary>The best programs of a search as they came, with the work done by then; how long it took is set only where that is asked for.</summary>
public sealed record Trace(double[] Work, byte[][] Programs, double Seconds);

/// <summary>
/// Scores a search policy by what the engine itself reaches under it: the real loop, archive, selector, bandit and operators search a
/// panel of small problems. It runs them beside the candidate; the judge scores the programs found again.
/// </summary>
public sealed class PolicyEvaluator : Evaluator<Policy, Search, Trace>
{
    private const int Islands = 2;
    private const int Population = 300;
    private const int Tournament = 4;
    private const int LongestTrace = 2_000;

    /// <summary>A line of the split's file: problem, seed, work, and for measures other than the area a threshold and "work" or "seconds".</summary>
    public override IReadOnlyList<Search> Cases(Split split, string dataFolder)
    {
        var lines = File.ReadLines(Path.Combine(dataFolder, $"{split.ToString().ToLowerInvariant()}.txt"));
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(Read)];
    }

    public override Trace Run(Policy program, Search problemCase)
    {
        var rules = Rules.Of(problemCase);
        var reader = new KernelReader(rules.Signature);
        var start = Environment.CpuUsage.TotalTime;
        var loop = new Loop(rules.Problem, Strategy(new Laws(program.Invoke), reader, rules, problemCase.Seed), new MemoryLedger(), TimeProvider.System);
        var steps = Until(loop.RunAsync(new Budget()), problemCase.Until);
        var curve = ImprovementCurve.FollowAsync(steps, problemCase.Work, CancellationToken.None).GetAwaiter().GetResult();
        var seconds = problemCase.Measure == "seconds" ? (Environment.CpuUsage.TotalTime - start).TotalSeconds : 0;
        var programs = curve.Improvements.Select(improvement => reader.TryRead(improvement.Best!, out _)!.Encode());
        return new Trace([.. curve.Improvements.Select(improvement => improvement.Work)], [.. programs], seconds);
    }

    public override CaseScore Score(Search problemCase, Trace answer)
    {
        if (answer.Work is null || answer.Programs is null || answer.Work.Length != answer.Programs.Length || answer.Work.Length is 0 or > LongestTrace)
        {
            return CaseScore.Invalid($"Expected 1 to {LongestTrace} programs, each with the work done by then.");
        }

        // A step's work is more than its overhead, so the n-th program cannot have come before n steps' work was done.
        for (var i = 0; i < answer.Work.Length; i++)
        {
            if (!(answer.Work[i] > (i == 0 ? 0 : answer.Work[i - 1]) + ImprovementCurve.Overhead) || answer.Work[i] > problemCase.Work)
            {
                return CaseScore.Invalid($"Program {i} is said to have come after work {answer.Work[i]}.");
            }
        }

        var rules = Rules.Of(problemCase);
        try
        {
            return new CaseScore(Worth(problemCase, rules, new ImprovementCurve([.. answer.Work.Zip(answer.Programs, (work, program) => (work, rules.Score(rules.Decode(program)).Score, (Artifact?)null))]), answer.Seconds));
        }
        catch (FormatException none)
        {
            return CaseScore.Invalid($"No program: {none.Message}");
        }
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<Search> cases, IReadOnlyList<Trace> answers) => cases.Zip(answers)
        .GroupBy(pair => Rules.Family(pair.First.Name))
        .ToDictionary(family => family.Key, family => family.Average(pair => Score(pair.First, pair.Second).Value));

    private static double Worth(Search search, Rules rules, ImprovementCurve curve, double seconds) => search.Measure switch
    {
        "area" => curve.Area(rules.Floor, rules.Goal, search.Work),
        "work" => curve.WorkTo(search.Until) ?? search.Work,
        _ => seconds,
    };

    // As Catalog.cs composes the default search, under the candidate's laws.
    private static Strategy Strategy(Laws laws, KernelReader reader, Rules rules, int seed)
    {
        var edits = KernelOperators.All(reader, new KernelOptions { Laws = laws }).Select(edit => new Arm(edit.Name, edit, edit.Name is "crossover" or "join"));
        return new Strategy
        {
            Proposer = new NovelProposer(new BanditProposer([.. edits, new Arm(LiteralTuner.Name, new LiteralTuner(reader))], laws), tries: 4),
            Archive = new IslandArchive(Islands, () => new PopulationArchive(laws.Capacity(Population), Tournament), laws.Patience(Population)),
            Selector = new IslandSelector(new TournamentSelector(Tournament, laws), laws),
            Evaluator = new RulesEvaluator(rules, reader),
            Gate = new ValidGate(),
            Seed = seed,
        };
    }

    private static async IAsyncEnumerable<Step> Until(IAsyncEnumerable<Step> steps, double score)
    {
        await foreach (var step in steps.ConfigureAwait(false))
        {
            yield return step;
            if (step.Admitted is { } candidate && candidate.Score >= score)
            {
                yield break;
            }
        }
    }

    private static Search Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double Number(int index) => double.Parse(words[index], CultureInfo.InvariantCulture);
        return words.Length switch
        {
            3 => new Search(words[0], (int)Number(1), Number(2), double.MaxValue, "area"),
            5 => new Search(words[0], (int)Number(1), Number(2), Number(3), words[4]),
            _ => throw new InvalidDataException($"'{line}' is no search; expected: problem seed work [threshold measure]."),
        };
    }
}

/// <summary>Measures rules while a search is under way.</summary>
internal sealed class RulesEvaluator(Rules rules, KernelReader reader) : IEvaluator
{
    // Of one evaluation of one node, in units of what a step costs besides: measured on the default search.
    private const double WorkOfNode = 2e-4;

    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        if (reader.TryRead(artifact, out var reason) is not { } program)
        {
            return Task.FromResult(Evaluation.None(Outcome.Failed, reason));
        }

        var rule = program.Inlined;
        var (score, behaviour) = rules.Score(rule);
        return Task.FromResult(double.IsFinite(score)
            ? new Evaluation { Outcome = Outcome.Valid, Score = score, Behaviour = behaviour.ToString("x16", CultureInfo.InvariantCulture), Cost = 0.1 + (WorkOfNode * rule.Size * rules.Calls) }
            : Evaluation.None(Outcome.Invalid, "The score is no number."));
    }
}

/// <summary>A small problem whose programs are rules of numbers.</summary>
internal abstract class Rules
{
    private static readonly Dictionary<string, Rules> Known = [];

    protected Rules(string name, string rule, double floor, double goal, int calls, params RuleParameter[] parameters)
    {
        var header = string.Join(", ", parameters.Select(parameter => $"double {parameter.Name}"));
        var source = $"public static class Rule\n{{\n    public static double Of({header})\n    {{\n        // EVOLVE-BLOCK-START\n        return {rule};\n        // EVOLVE-BLOCK-END\n    }}\n}}\n";
        Problem = new Problem { Name = name, Seeds = [Artifact.Of("Rule.cs", source)] };
        Signature = new RuleSignature { Entry = "Rule.Of", Parameters = [.. parameters] };
        (Floor, Goal, Calls) = (floor, goal, calls);
    }

    public Problem Problem { get; }

    public RuleSignature Signature { get; }

    /// <summary>The score that is worth nothing, and the one that is worth 1.</summary>
    public double Floor { get; protected init; }

    public double Goal { get; protected init; }

    /// <summary>How often a rule is called for a score.</summary>
    public int Calls { get; }

    public Expression Decode(byte[] program) => ExpressionEncoding.Decode(program, [.. Signature.Parameters.Select(_ => Kind.Number)], []);

    /// <summary>The oriented score, and a hash of what the rule did.</summary>
    public (double Score, ulong Behaviour) Score(Expression rule)
    {
        var behaviour = 14695981039346656037UL;
        var score = Score(new Bytecode(rule, []), ref behaviour);
        return (score, behaviour);
    }

    protected abstract double Score(Bytecode rule, ref ulong behaviour);

    protected static void Note(ref ulong behaviour, long what) => behaviour = (behaviour ^ (ulong)what) * 1099511628211UL;

    public static string Family(string name) => name.Split('-')[0];

    public static Rules Of(Search search)
    {
        var key = $"{search.Name} {search.Seed}";
        if (!Known.TryGetValue(key, out var rules))
        {
            Known[key] = rules = Family(search.Name) switch
            {
                "formula" => new Formula(search.Name),
                "control" => new Control(search.Seed),
                "dispatch" => new Dispatch(search.Seed),
                "tour" => new Tour(search.Seed),
                _ => throw new InvalidDataException($"There is no problem '{search.Name}'."),
            };
        }

        return rules;
    }
}

/// <summary>A formula to find from points: the score is the negative logarithm of the error relative to the spread of the values.</summary>
internal sealed class Formula : Rules
{
    private const int Side = 6;
    private readonly List<(double X, double Y, double Value)> points = [];
    private readonly double spread;

    public Formula(string name)
        : base(name, "x", 0, 1, Side * Side, new RuleParameter("x", -2, 2), new RuleParameter("y", -2, 2))
    {
        var value = Values[name];
        foreach (var (x, y) in from row in Enumerable.Range(0, Side) from column in Enumerable.Range(0, Side) select (At(row), At(column)))
        {
            points.Add((x, y, value(x, y)));
        }

        var mean = points.Average(point => point.Value);
        spread = Math.Sqrt(points.Average(point => Math.Pow(point.Value - mean, 2)));
    }

    // Polynomials, quotients, powers, choices: some that a search finds, some that it only comes close to.
    private static Dictionary<string, Func<double, double, double>> Values { get; } = new()
    {
        ["formula-cubic"] = (x, y) => (x * x * x) + (x * y) - y,
        ["formula-ratio"] = (x, y) => (x - y) / (1.5 + (x * x)),
        ["formula-wave"] = (x, y) => Math.Sin(1.3 * x) + (0.5 * y * y),
        ["formula-bump"] = (x, y) => Math.Exp(-(x * x)) * y,
        ["formula-kink"] = (x, y) => x > 0.3 ? x * y : 2 - (y * y),
        ["formula-pagie"] = (x, y) => (1 / (1 + Math.Pow(x, -4))) + (1 / (1 + Math.Pow(y, -4))),
        ["formula-saddle"] = (x, y) => (x * x) - (1.7 * y * y) + (0.6 * x * y) + 0.4,
        ["formula-quintic"] = (x, y) => (0.3 * x * x * x * x * x) - (x * x * y) + y,
        ["formula-damped"] = (x, y) => Math.Cos(2 * y) / (1 + (x * x)),
        ["formula-fold"] = (x, y) => Math.Max((x * y) - 0.5, Math.Min(x, y)),
    };

    protected override double Score(Bytecode rule, ref ulong behaviour)
    {
        Span<double> inputs = stackalloc double[2];
        var sum = 0.0;
        foreach (var (x, y, value) in points)
        {
            (inputs[0], inputs[1]) = (x, y);
            var given = rule.Run(inputs);
            Note(ref behaviour, BitConverter.DoubleToInt64Bits(given));
            sum += (given - value) * (given - value);
        }

        var error = Math.Sqrt(sum / points.Count) / spread;
        return double.IsFinite(error) ? -Math.Log10(Math.Max(error, 1e-6)) : double.NaN;
    }

    private static double At(int index) => -2 + (4.0 * (index + 0.25) / Side);
}

/// <summary>A cart to bring to rest at its goal: the score is the negative logarithm of the cost, in force and distance, relative to that of the seed's rule.</summary>
internal sealed class Control : Rules
{
    private const int Steps = 50;
    private const int Carts = 5;
    private readonly (double Position, double Speed, double Drag)[] carts;
    private readonly double reference;

    public Control(int seed)
        : base("control", "-position", 0, 1, Steps * Carts, new RuleParameter("position", -2, 2), new RuleParameter("speed", -2, 2))
    {
        var random = Randomness.From(Randomness.Derive(seed, 0, 7));
        carts = [.. Enumerable.Range(0, Carts).Select(_ => ((4 * random.NextDouble()) - 2, (2 * random.NextDouble()) - 1, 0.3 * random.NextDouble()))];
        reference = 1;
        var unused = 0UL;
        reference = Math.Pow(10, -Score(new Bytecode(Expression.Of(Operation.Negate, Expression.Parameter(0)), []), ref unused));
    }

    protected override double Score(Bytecode rule, ref ulong behaviour)
    {
        Span<double> inputs = stackalloc double[2];
        var cost = 0.0;
        foreach (var (start, startSpeed, drag) in carts)
        {
            var (position, speed) = (start, startSpeed);
            for (var step = 0; step < Steps; step++)
            {
                (inputs[0], inputs[1]) = (position, speed);
                var force = Math.Clamp(rule.Run(inputs), -1, 1);
                speed += 0.2 * (force - (drag * speed * Math.Abs(speed)) - (position > 1 ? 0.4 : 0));
                position += 0.2 * speed;
                cost += (position * position) + (0.1 * force * force);
            }

            Note(ref behaviour, BitConverter.DoubleToInt64Bits(position));
        }

        return double.IsFinite(cost) ? -Math.Log10(cost / reference) : double.NaN;
    }
}

/// <summary>Which job a machine takes next: the score is the negative weighted tardiness relative to that of the seed's rule, earliest due date.</summary>
internal sealed class Dispatch : Rules
{
    private const int Jobs = 16;
    private readonly (double Length, double Due, double Weight)[][] instances;
    private readonly double reference;

    public Dispatch(int seed)
        : base("dispatch", "-slack", -1, -0.5, 6 * Jobs * (Jobs + 1) / 2, new RuleParameter("length", 1, 20), new RuleParameter("slack", -80, 80), new RuleParameter("weight", 1, 10))
    {
        instances = [.. Enumerable.Range(0, 6).Select(instance => Draw(Randomness.From(Randomness.Derive(seed, instance, 8))))];
        reference = 1;
        var unused = 0UL;
        reference = -Score(new Bytecode(Expression.Of(Operation.Negate, Expression.Parameter(1)), []), ref unused);
    }

    protected override double Score(Bytecode rule, ref ulong behaviour)
    {
        Span<double> inputs = stackalloc double[3];
        var total = 0.0;
        foreach (var jobs in instances)
        {
            var (now, done) = (0.0, 0u);
            for (var position = 0; position < Jobs; position++)
            {
                var (best, chosen) = (double.NaN, -1);
                for (var job = 0; job < Jobs; job++)
                {
                    if ((done >> job & 1) == 0)
                    {
                        (inputs[0], inputs[1], inputs[2]) = (jobs[job].Length, jobs[job].Due - jobs[job].Length - now, jobs[job].Weight);
                        var priority = Math.Max(rule.Run(inputs), double.MinValue);
                        (best, chosen) = chosen < 0 || priority > best ? (priority, job) : (best, chosen);
                    }
                }

                done |= 1u << chosen;
                now += jobs[chosen].Length;
                total += jobs[chosen].Weight * Math.Max(0, now - jobs[chosen].Due);
                Note(ref behaviour, chosen);
            }
        }

        return -total / reference;
    }

    // Due dates after Fisher 1976: tardiness factor 0.6, range 0.6.
    private static (double Length, double Due, double Weight)[] Draw(Random random)
    {
        double[] lengths = [.. Enumerable.Range(0, Jobs).Select(_ => 1.0 + random.Next(20))];
        var sum = lengths.Sum();
        return [.. lengths.Select(length => (length, Math.Round(sum * (0.1 + (0.6 * random.NextDouble()))), 1.0 + random.Next(10)))];
    }
}

/// <summary>Which place a tour visits next: the score is the negative length relative to that of the seed's rule, nearest neighbour.</summary>
internal sealed class Tour : Rules
{
    private const int Places = 20;
    private readonly double[][,] instances;
    private readonly double reference;

    public Tour(int seed)
        : base("tour", "-near", -1, -0.85, 5 * Places * Places / 2, new RuleParameter("near", 0, 1.4), new RuleParameter("home", 0, 1.4), new RuleParameter("mean", 0, 1), new RuleParameter("left", 0, 1))
    {
        instances = [.. Enumerable.Range(0, 5).Select(instance => Draw(Randomness.From(Randomness.Derive(seed, instance, 9))))];
        reference = 1;
        var unused = 0UL;
        reference = -Score(new Bytecode(Expression.Of(Operation.Negate, Expression.Parameter(0)), []), ref unused);
    }

    protected override double Score(Bytecode rule, ref ulong behaviour)
    {
        Span<double> inputs = stackalloc double[4];
        var total = 0.0;
        foreach (var distances in instances)
        {
            var (here, left) = (0, (1u << Places) - 2);
            while (left != 0)
            {
                var (best, chosen) = (double.NaN, -1);
                for (var place = 1; place < Places; place++)
                {
                    if ((left >> place & 1) != 0)
                    {
                        (inputs[0], inputs[1]) = (distances[here, place], distances[0, place]);
                        (inputs[2], inputs[3]) = (Mean(distances, left, place), (double)uint.PopCount(left) / Places);
                        var priority = Math.Max(rule.Run(inputs), double.MinValue);
                        (best, chosen) = chosen < 0 || priority > best ? (priority, place) : (best, chosen);
                    }
                }

                total += distances[here, chosen];
                (here, left) = (chosen, left & ~(1u << chosen));
                Note(ref behaviour, chosen);
            }

            total += distances[here, 0];
        }

        return -total / reference;
    }

    private static double Mean(double[,] distances, uint left, int place)
    {
        var sum = 0.0;
        for (var others = left; others != 0; others &= others - 1)
        {
            sum += distances[place, System.Numerics.BitOperations.TrailingZeroCount(others)];
        }

        return sum / Math.Max(1, uint.PopCount(left) - 1);
    }

    private static double[,] Draw(Random random)
    {
        (double X, double Y)[] places = [.. Enumerable.Range(0, Places).Select(_ => (random.NextDouble(), random.NextDouble()))];
        var distances = new double[Places, Places];
        for (var place = 0; place < Places * Places; place++)
        {
            var (from, to) = (places[place / Places], places[place % Places]);
            distances[place / Places, place % Places] = Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2));
        }

        return distances;
    }
}
