using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source;
using Cambrian.CSharp.Tests.Source;

namespace Cambrian.Bench.Typed;

/// <summary>How many children compile: typed edits of the shipped problems' seeds against edits that know no types.</summary>
public sealed class TypedBenchmark : IBenchmark
{
    private static readonly string[] Problems = ["bin-packing-or", "cap-set", "circle-packing", "sorting-network", "tsp-constructive"];
    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate, ApiAllowList.Default);

    /// <inheritdoc/>
    public string Name => "typed";

    /// <inheritdoc/>
    public string Purpose => "share of children that compile, by operator, of typed and of untyped edits";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var rounds = arguments.Number("rounds", 15);
        string[] seeds = arguments.Text("seeds")?.Split(',') ?? [.. Problems, .. SamplePrograms.All.Select(program => program.Name)];
        arguments.RequireAllKnown();

        var report = new Report("Children that compile");
        report.Note($"From the seeds of shipped problems, and from the larger programs that the tests edit, every operator makes {rounds} children of parents drawn from the seed and all children so far that compiled, so that edits meet what edits made. "
            + "A child counts as made when it differs from its parent, and as good when it compiles and stays within the allow-list; typed and untyped populations are kept apart.");
        Dictionary<string, Tally> byOperator = [];
        var all = new Tally();
        var problems = new Table("By seed, % of children that compile.", ["seed", "typed", "untyped", "typed ÷ untyped", "typed children", "untyped children"]);
        foreach (var problem in seeds)
        {
            var seed = CandidateOf(Seed(problem), 0);
            var typed = await GrowAsync(seed, [.. SourceOperators.All().Select(Typed)], rounds, byOperator, cancellation);
            var untyped = await GrowAsync(seed, [.. SyntaxEdit.All.Select(edit => (edit.Key, Untyped(edit.Value)))], rounds * 4, byOperator, cancellation);
            all = all.And(typed);
            problems.Add(problem, typed.Share, untyped.Share, typed.Share / untyped.Share, $"{typed.Made}", $"{untyped.Made}");
        }

        var operators = new Table("By operator, over all problems.", ["operator", "asked", "made", "compile", "%", "CPU ms to propose"]);
        foreach (var (name, tally) in byOperator)
        {
            operators.Add(name, $"{tally.Asked}", $"{tally.Made}", $"{tally.Compiled}", tally.Share, tally.Microseconds / 1000 / tally.Asked);
        }

        report.Add(problems);
        report.Add(operators);
        report.AtLeast(95, "% of typed children that compile", all.Share);
        return report;
    }

    private static async Task<Tally> GrowAsync(
        Candidate seed, IReadOnlyList<(string Name, Func<Candidate, Candidate, int, Task<Artifact?>> Propose)> operators, int rounds, Dictionary<string, Tally> byOperator, CancellationToken cancellation)
    {
        List<Candidate> pool = [seed];
        var random = Randomness.From(1);
        var total = new Tally();
        for (var number = 0; number < rounds * operators.Count; number++)
        {
            var (name, propose) = operators[number % operators.Count];
            var (parent, mate) = (pool[random.Next(pool.Count)], pool[random.Next(pool.Count)]);
            Artifact? child = null;
            var meter = await Meter.OfAsync(async () => child = await propose(parent, mate, number));
            var made = child is not null && !child.Equals(parent.Artifact);
            var compiled = made && Compiler.Compile(child!, cancellation: cancellation).Image is not null; // made is false without a child
            if (compiled)
            {
                pool.Add(CandidateOf(child!, pool.Count)); // compiled is false without a child
            }

            var tally = new Tally(1, made ? 1 : 0, compiled ? 1 : 0, meter.Cpu.TotalMicroseconds);
            total = total.And(tally);
            byOperator[name] = byOperator.GetValueOrDefault(name).And(tally);
        }

        return total;
    }

    private static (string Name, Func<Candidate, Candidate, int, Task<Artifact?>> Propose) Typed(SourceProposer proposer)
    {
        return (proposer.Name, ProposeAsync);

        async Task<Artifact?> ProposeAsync(Candidate parent, Candidate mate, int seed)
        {
            try
            {
                return (await proposer.ProposeAsync(new Problem { Name = "typed", Seeds = [parent.Artifact] }, [parent, mate], seed, CancellationToken.None)).Child;
            }
            catch (ProposalException)
            {
                return null;
            }
        }
    }

    private static Func<Candidate, Candidate, int, Task<Artifact?>> Untyped(Func<Artifact, Artifact, Random, Artifact> edit) =>
        (parent, mate, seed) => Task.FromResult<Artifact?>(edit(parent.Artifact, mate.Artifact, Randomness.From(seed)));

    private static Artifact Seed(string name)
    {
        var text = Problems.Contains(name)
            ? File.ReadAllText(Directory.EnumerateFiles(Repository.Find($"problems/{name}/seed"), "*.cs").Single())
            : SamplePrograms.All.Single(program => program.Name == name).Text;
        var seed = Artifact.Of("Program.cs", text);
        return Compiler.Compile(seed) is { Image: null } broken ? throw new InvalidOperationException($"The seed {name} does not compile: {broken.Feedback}") : seed;
    }

    private static Candidate CandidateOf(Artifact artifact, int step) => new(step, artifact, Evaluation.Of(0), []);
}
