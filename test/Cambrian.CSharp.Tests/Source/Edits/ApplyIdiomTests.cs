using System.Text.RegularExpressions;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source;
using Cambrian.CSharp.Source.Edits;
using Cambrian.CSharp.Source.Edits.Idioms;

namespace Cambrian.CSharp.Tests.Source.Edits;

/// <summary>What each idiom makes of a program that has a place for it; and every child compiles.</summary>
public sealed class ApplyIdiomTests
{
    private const string File = "P.cs";

    private const string Ranking = """
        public static class P
        {
            // EVOLVE-BLOCK-START
            public static List<string> F(List<string> words, int most, int[] costs)
            {
                var kept = new List<string>();
                foreach (var word in words)
                {
                    kept.Add(word);
                }

                for (var round = 0; round < 5; round++)
                {
                    kept.Reverse();
                }

                return kept.OrderBy(word => Worth(word.Length, costs.Length)).Take(most).ToList();
            }

            private static double Worth(int length, double share)
            {
                return 1.0;
            }

            private static int Quota(int round)
            {
                return 3;
            }
            // EVOLVE-BLOCK-END
        }
        """;

    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate, ApiAllowList.Default);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_constant_answer_comes_to_depend_on_a_parameter() =>
        AssertAll(new DependOnParameter(), @"return [^;]*(length|share|round)[^;]*;");

    [Fact]
    public void A_count_is_multiplied_or_grows_with_a_variable() =>
        AssertAll(new ScaleCount(), @"(Take\(most (\*|\+) .+\)\.|round < \(5 \* [23]\);|return 3 (\*|\+) (\d|round);)");

    [Fact]
    public void A_sort_gets_a_second_key() =>
        AssertAll(new BreakTies(), @"OrderBy\(.*\)\.ThenBy(Descending)?\(each1 => .+\)\.Take");

    [Fact]
    public void A_loop_takes_its_elements_in_order() =>
        AssertAll(new SortBeforeLoop(), @"foreach \(var word in words\.OrderBy(Descending)?\(each1 => .+\)\)");

    [Fact]
    public void A_loop_passes_over_elements() =>
        AssertAll(new SkipElement(), @"foreach \(.*\)\s*\{\s*if \(.*word.*\)\s*\{\s*continue;\s*\}");

    [Fact]
    public void A_loop_ends_after_a_number_of_turns() =>
        AssertAll(new StopAfter(), @"var turns1 = 0;\s*for(each)? \(.*\)\s*\{\s*if \(\+\+turns1 > \S+\)\s*\{\s*break;\s*\}");

    [Fact]
    public void A_loop_keeps_the_best_it_has_met() =>
        AssertAll(new KeepRecords(), @"var best1 = double\..*Infinity;\s*foreach \(.*\)\s*\{\s*if \((.+) [<>]= best1\)\s*\{\s*continue;\s*\}\s*best1 = \1;");

    [Fact]
    public void A_loop_with_no_end_of_its_own_is_not_left()
    {
        const string Endless = """
            public static class P
            {
                public static int F(int n)
                {
                    while (true)
                    {
                        n++;
                        if (n > 9)
                        {
                            return n;
                        }
                    }
                }
            }
            """;
        Assert.Empty(Children(new StopAfter(), Endless));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_child_of_every_idiom_compiles(string name)
    {
        var text = SamplePrograms.All.Single(program => program.Name == name).Text;
        Assert.All(Children(new ApplyIdiom(), text), AssertCompiles);
    }

    [Fact]
    public async Task The_ledger_is_told_which_idiom_it_was()
    {
        var parent = Artifact.Of(File, Ranking);
        Candidate[] parents = [new(0, parent, Evaluation.Of(0), [])];
        var (editor, problem) = (new SourceEditor(), new Problem { Name = "words", Seeds = [parent] });
        var proposer = new BanditProposer([.. SourceOperators.All().Where(one => one.Name == "apply-idiom").Select(one => new Arm(one.Name, one, one.NeedsMate))]);
        HashSet<string> labels = [];
        for (var seed = 0; seed < 60; seed++)
        {
            var edition = editor.Apply(parent, parent, new EditOrder("apply-idiom", "", seed), Token);
            var proposal = await proposer.Snapshot().ProposeAsync(problem, parents, seed, Token);
            labels.Add(edition!.Origin); // there is a place for each idiom
            labels.Add(proposal.Origin);
            Assert.Equal(proposal.Origin.Contains("break-ties", StringComparison.Ordinal), Regex.IsMatch(proposal.Child.Files[File], @"OrderBy\(.*\)\.ThenBy"));
        }

        Assert.Equal(
            ["break-ties", "depend-on-parameter", "keep-records", "scale-count", "skip-element", "sort-before-loop", "stop-after"],
            labels.Select(label => label.Replace("apply-idiom/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Programs { get; } = [.. SamplePrograms.All.Select(program => program.Name)];

    private static void AssertAll(ISourceEdit idiom, string pattern)
    {
        var children = Children(idiom, Ranking);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.True(Regex.IsMatch(child, pattern), child));
        Assert.All(children, AssertCompiles);
    }

    private static void AssertCompiles(string text)
    {
        var compiled = Compiler.Compile(Artifact.Of(File, text), cancellation: Token);
        Assert.True(compiled.Image is not null, $"{string.Join('\n', compiled.Errors)}\n{text}");
    }

    private static HashSet<string> Children(ISourceEdit edit, string text)
    {
        var program = new ProgramCache(new SourceOptions()).Get(Artifact.Of(File, text), Token);
        Assert.NotNull(program);
        return
        [
            .. Enumerable.Range(0, 80)
                .Select(seed => edit.Try(program, program, Randomness.From(seed)))
                .Select(changes => changes is null ? null : SourceChange.Apply(program, changes, program.Blocks, longest: 20_000)?.Files[File])
                .OfType<string>(),
        ];
    }
}
