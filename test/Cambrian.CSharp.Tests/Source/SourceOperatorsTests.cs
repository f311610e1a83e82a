using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source;
using Cambrian.CSharp.Text;

namespace Cambrian.CSharp.Tests.Source;

public sealed class SourceOperatorsTests
{
    private const string File = "Program.cs";

    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate, ApiAllowList.Default);

    private static readonly Problem AnyProblem = new() { Name = "any", Seeds = [Artifact.Of(File, "class A { }")] };

    public static TheoryData<string> Programs { get; } = [.. SamplePrograms.All.Select(program => program.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task At_least_95_of_100_children_compile_and_pass_the_allow_list(string name)
    {
        var operators = SourceOperators.All();
        var seed = Artifact.Of(File, SamplePrograms.All.Single(program => program.Name == name).Text);
        Assert.Empty(Compiler.Compile(seed, cancellation: Token).Errors);
        List<Candidate> pool = [Of(seed)];
        var random = Randomness.From(17);
        var (made, valid, faults) = (0, 0, new List<string>());
        for (var edit = 0; edit < 304; edit++)
        {
            var proposer = operators[edit % operators.Length];
            var parents = new[] { pool[random.Next(pool.Count)], pool[random.Next(pool.Count)] };
            if (await ProposeAsync(proposer, parents, edit) is not { } child)
            {
                continue;
            }

            made++;
            var compiled = Compiler.Compile(child, cancellation: Token);
            if (compiled.Image is null)
            {
                faults.Add($"{proposer.Name}, seed {edit}: {compiled.Errors[0]}");
                continue;
            }

            // Children become parents, so that edits meet what edits made.
            valid++;
            pool.Add(Of(child));
        }

        Assert.True(made >= 240, $"only {made} children of 304");
        Assert.True(valid >= 0.95 * made, $"{valid} of {made} children are valid:\n{string.Join('\n', faults)}");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_operator_is_repeatable_and_most_find_a_place(string name)
    {
        var seed = Artifact.Of(File, SamplePrograms.All.Single(program => program.Name == name).Text);
        var mate = await ProposeAsync(SourceOperators.All().Single(one => one.Name == "guard-statement"), [Of(seed)], 3);
        Assert.NotNull(mate);
        var found = 0;
        foreach (var (one, other) in SourceOperators.All().Zip(SourceOperators.All()))
        {
            var child = await ProposeAsync(one, [Of(seed), Of(mate)], 11);
            Assert.Equal(child, await ProposeAsync(other, [Of(seed), Of(mate)], 11));
            found += child is null || one.Name == "factor-out" ? 0 : 1;
        }

        // Not counted: factor-out, as not every program repeats itself.
        Assert.True(found >= SourceOperators.All().Length - 1 - 2, $"only {found} found a place");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Nothing_outside_of_the_blocks_changes(string name)
    {
        var text = SamplePrograms.All.Single(program => program.Name == name).Text;
        var blocks = EvolveBlocks.Of(text);
        var (before, after) = (text[..blocks[0].Start], text[blocks[^1].End..]);
        var mate = await JitteredAsync(Artifact.Of(File, text));
        foreach (var proposer in SourceOperators.All())
        {
            for (var seed = 0; seed < 3; seed++)
            {
                if (await ProposeAsync(proposer, [Of(Artifact.Of(File, text)), Of(mate)], seed) is { } child)
                {
                    Assert.StartsWith(before, child.Files[File], StringComparison.Ordinal);
                    Assert.EndsWith(after, child.Files[File], StringComparison.Ordinal);
                    Assert.NotEqual(text, child.Files[File]);
                }
            }
        }
    }

    [Fact]
    public async Task Threads_that_share_the_cache_get_the_children_one_thread_gets()
    {
        var parents = SamplePrograms.All.Select(program => Of(Artifact.Of(File, program.Text))).ToArray();
        var options = new SourceOptions { Remembered = 2 };
        var alone = await ChildrenAsync(SourceOperators.All(options), parents, 1);
        Assert.Equal(alone, await ChildrenAsync(SourceOperators.All(options), parents, 4));
    }

    [Fact]
    public async Task Crossover_without_a_second_parent_says_so()
    {
        var parent = Of(Artifact.Of(File, SamplePrograms.Tour));
        var crossover = SourceOperators.All().First(one => one.NeedsMate);

        var none = await Assert.ThrowsAsync<ProposalException>(() => crossover.ProposeAsync(AnyProblem, [parent, parent], 1, Token));

        Assert.Equal(("Crossover needs two different parents; one was given.", crossover.Name), (none.Message, none.Origin));
    }

    [Theory]
    [InlineData("class A { int M( }")]
    [InlineData("print('hello')")]
    public async Task A_parent_that_does_not_parse_has_no_children(string text)
    {
        foreach (var proposer in SourceOperators.All().Where(one => !one.NeedsMate))
        {
            await Assert.ThrowsAsync<ProposalException>(() => proposer.ProposeAsync(AnyProblem, [Of(Artifact.Of(File, text))], 1, Token));
        }
    }

    [Fact]
    public void Names_are_unique() => Assert.Equal(SourceOperators.All().Length, SourceOperators.All().Select(one => one.Name).Distinct(StringComparer.Ordinal).Count());

    internal static async Task<Artifact?> ProposeAsync(SourceProposer proposer, IReadOnlyList<Candidate> parents, int seed)
    {
        try
        {
            var proposal = await proposer.ProposeAsync(AnyProblem, parents, seed, Token);
            Assert.Equal(proposer.Name, proposal.Origin.Split('/')[0]);
            return proposal.Child;
        }
        catch (ProposalException none)
        {
            Assert.Equal(proposer.Name, none.Origin);
            return null;
        }
    }

    internal static Candidate Of(Artifact artifact) => new(0, artifact, Evaluation.Of(0), []);

    private static async Task<Artifact> JitteredAsync(Artifact seed) =>
        await ProposeAsync(SourceOperators.All().Single(one => one.Name == "add-feature"), [Of(seed)], 2) ?? throw new InvalidOperationException("no child");

    private static async Task<string[]> ChildrenAsync(IReadOnlyList<SourceProposer> operators, Candidate[] parents, int threads)
    {
        var children = new string[120];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, children.Length),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = Token },
            async (index, _) => children[index] = (await ProposeAsync(operators[index % operators.Count], [parents[index % parents.Length]], index))?.Id ?? "none");
        return children;
    }
}
