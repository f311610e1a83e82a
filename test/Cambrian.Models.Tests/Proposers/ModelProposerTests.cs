using Cambrian.Models.Configuration;
using Cambrian.Models.Prompts;
using Cambrian.Models.Proposers;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Tests.Proposers;

/// <summary>A model that answers by what it was asked alone, as far as the loop can tell.</summary>
public sealed class ModelProposerConformance : ProposerConformance, IAsyncDisposable
{
    private readonly ModelServer _server = new(Script);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    protected override IProposer Create() => ModelProposerTests.Proposer(_server, PromptKind.Rewrite, new MemoryRecord());

    // Moves the letter that the prompt's length points at.
    private static ModelAnswer Script(ModelRequest request)
    {
        var letters = request.Prompt[(request.Prompt.IndexOf("```\n", StringComparison.Ordinal) + 4)..].Split('\n')[0].ToCharArray();
        letters[request.Prompt.Length % letters.Length] = (char)('a' + (request.Prompt.Sum(letter => letter) % 16));
        return new ModelAnswer($"```\n{new string(letters)}\n```");
    }
}

/// <summary>The same with instructions that are evolved.</summary>
public sealed class InstructedProposerConformance : ProposerConformance, IAsyncDisposable
{
    private readonly ModelServer _server = new(request => new ModelAnswer(request.Prompt.Contains("# Instructions so far", StringComparison.Ordinal)
        ? "Ask what the sixth letter is for."
        : $"```\n{new string((char)('a' + (request.Prompt.Sum(letter => letter) % 16)), 16)}\n```"));

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    protected override IProposer Create() => ModelProposerTests.Proposer(_server, PromptKind.Rewrite, new MemoryRecord(), new InstructionArchive(["Think of vowels.", "Think of consonants."]));
}

public sealed class PairProposerConformance : ProposerConformance
{
    protected override IProposer Create() => new PairProposer(new ScriptedProposer(Toy.Mutate));
}

public sealed class ModelProposerTests
{
    private static readonly IReadOnlyList<Candidate> Parents = [Toy.Candidate(3, "mmmmmmmmmmmmmmmm", 0), Toy.Candidate(4, "nnnnnnnnnnnnnnnn", 0), Toy.Candidate(5, "oooooooooooooooo", 0)];

    [Fact]
    public async Task The_prompt_has_task_program_scores_feedback_and_inspirations()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp"));
        var parent = Parents[0] with { Evaluation = Parents[0].Evaluation with { Feedback = "the sixth letter is far off" } };
        var problem = Toy.Problem with { Statement = "Spell the word." };
        var proposal = await Proposer(server, PromptKind.Diff).ProposeAsync(problem, [parent, .. Parents.Skip(1)], 1, TestContext.Current.CancellationToken);

        var prompt = Assert.Single(server.Requests).Prompt;
        Assert.All(["Spell the word.", "mmmmmmmmmmmmmmmm", "nnnnnnnnnnnnnnnn", "oooooooooooooooo", $"Its score is {parent.Score}", "higher is better", "case 9:", "vowels: 0", "the sixth letter is far off", "SEARCH"],
            part => Assert.Contains(part, prompt, StringComparison.Ordinal));
        Assert.True(prompt.IndexOf("case 9: -11", StringComparison.Ordinal) < prompt.IndexOf("case 0: -10", StringComparison.Ordinal), "the worst case comes first");
        Assert.Equal(("diff", "pppppppppppppppp", 3), (proposal.Origin, Toy.Letters(proposal.Child).Trim(), Assert.Single(proposal.Parents!).Step));
    }

    [Fact]
    public async Task Effort_is_the_price_in_steps()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp") with { Input = 1_000, Output = 1_000 });
        var proposal = await Proposer(server, PromptKind.Diff).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);

        // 0.018 in money, where a step is worth 0.01 and costs 16 cases.
        Assert.Equal(1.8 * 16, proposal.Effort, 9);
    }

    [Fact]
    public async Task A_reply_that_gives_no_program_is_asked_about_once_with_the_reason()
    {
        await using var server = new ModelServer(request => request.Turns.Count == 1 ? new ModelAnswer("I would change the sixth letter.") : Rewritten("pppppppppppppppp"));
        var proposal = await Proposer(server, PromptKind.Diff).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);

        Assert.Equal("pppppppppppppppp", Toy.Letters(proposal.Child).Trim());
        Assert.Equal("I would change the sixth letter.", server.Requests[1].Turns[1]);
        Assert.Contains("neither SEARCH/REPLACE blocks nor a program", server.Requests[1].Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_useless_replies_are_a_failed_proposal_that_was_paid()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("no idea") { Input = 1_000, Output = 1_000 });
        var none = await Assert.ThrowsAsync<ProposalException>(() => Proposer(server, PromptKind.Rewrite).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken));

        Assert.Equal(("rewrite", 2), (none.Origin, server.Requests.Count));
        Assert.Equal(2 * 1.8 * 16, none.Effort, 9);
        Assert.StartsWith("Not usable: ", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_was_cut_off_is_told_to_be_shorter()
    {
        await using var server = new ModelServer(request => request.Turns.Count == 1 ? new ModelAnswer("<<<<<<< SEARCH\nmm") { CutOff = true } : Rewritten("pppppppppppppppp"));
        await Proposer(server, PromptKind.Diff).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);
        Assert.Contains("be shorter", server.Requests[1].Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_a_failed_proposal()
    {
        await using var server = new ModelServer(_ => ModelAnswer.Fault(503, "down"));
        var none = await Assert.ThrowsAsync<ProposalException>(() => Proposer(server, PromptKind.Diff).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken));
        Assert.Contains("takes no more requests for now (503)", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_of_a_refused_edit_is_in_the_next_prompt()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp"));
        var proposer = Proposer(server, PromptKind.Diff);
        proposer.Observe(new Step { Number = 7, Parents = [3], Origin = "diff", Verdict = Verdict.Reject("Not usable: an edit is outside the evolve blocks.") });
        proposer.Observe(new Step { Number = 8, Parents = [3], Origin = "other/diff", Verdict = Verdict.Reject("none of its business") });
        await proposer.Snapshot().ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);

        var prompt = Assert.Single(server.Requests).Prompt;
        Assert.Contains("- Not usable: an edit is outside the evolve blocks.", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("none of its business", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_that_failed_is_given_back_with_what_was_said_about_it()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp"));
        var proposer = Proposer(server, PromptKind.Diff);
        proposer.Observe(new Step { Number = 3, Child = Parents[0].Artifact, Evaluation = Parents[0].Evaluation, Verdict = Verdict.Admit() });
        proposer.Observe(new Step { Number = 7, Parents = [3], Origin = "diff", Child = Toy.Program("qqqq"), Evaluation = Evaluation.None(Outcome.Failed, "a program may not start with q"), Verdict = Verdict.Reject("no") });
        List<Proposal> proposals = [];
        for (var seed = 0; seed < 20; seed++)
        {
            proposals.Add(await proposer.Snapshot().ProposeAsync(Toy.Problem, Parents.Skip(1).ToList(), seed, TestContext.Current.CancellationToken));
        }

        var fixes = proposals.FindAll(proposal => proposal.Origin == "fix");
        Assert.InRange(fixes.Count, 4, 16);
        Assert.All(fixes, fix => Assert.Equal(3, Assert.Single(fix.Parents!).Step));
        Assert.Equal(fixes.Count, server.Requests.Count(request => request.Prompt.Contains("qqqq", StringComparison.Ordinal) && request.Prompt.Contains("a program may not start with q", StringComparison.Ordinal) && request.Prompt.Contains("Find out why it fails", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_crossover_shows_both_parents_and_names_both()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp"));
        var crossed = await Proposer(server, PromptKind.Crossover).ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);
        var alone = await Proposer(server, PromptKind.Crossover).ProposeAsync(Toy.Problem, [Parents[0], Parents[0]], 1, TestContext.Current.CancellationToken);

        Assert.Equal(("crossover", "3,4"), (crossed.Origin, string.Join(',', crossed.Parents!.Select(parent => parent.Step))));
        Assert.Contains("# Second program", server.Requests[0].Prompt, StringComparison.Ordinal);
        Assert.Equal(("rewrite", 3), (alone.Origin, Assert.Single(alone.Parents!).Step));
    }

    [Fact]
    public async Task Instructions_are_drawn_named_in_the_origin_and_written_by_the_model_itself()
    {
        await using var server = new ModelServer(request => request.Prompt.Contains("# Instructions so far", StringComparison.Ordinal) ? new ModelAnswer("- \"Ask what the sixth letter is for.\"") : Rewritten("pppppppppppppppp"));
        var archive = new InstructionArchive(["Think of vowels."]);
        var proposer = Proposer(server, PromptKind.Crossover, instructions: archive);
        for (var step = 0; step < 40; step++)
        {
            // A crossover without a second parent is a rewrite, and its origin says so.
            var proposal = await proposer.Snapshot().ProposeAsync(Toy.Problem, step % 2 == 0 ? Parents : [Parents[0]], step, TestContext.Current.CancellationToken);
            Assert.StartsWith(step % 2 == 0 ? "“" : "rewrite/“", proposal.Origin, StringComparison.Ordinal);
            Assert.Contains(proposal.Origin[(proposal.Origin.IndexOf('“', StringComparison.Ordinal) + 1)..^1], server.Requests[^1].Prompt, StringComparison.Ordinal);
            proposer.Observe(new Step { Number = step, Origin = proposal.Origin, Verdict = Verdict.Reject("no better") });
        }

        Assert.Equal(["Think of vowels.", "Ask what the sixth letter is for."], archive.Current.Select(instruction => instruction.Text));
        Assert.Equal(40, archive.Current.Sum(instruction => instruction.Tries));
        Assert.Contains("- Think of vowels. (given ", server.Requests.First(request => request.Prompt.Contains("# Instructions so far", StringComparison.Ordinal)).Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_instruction_came_to_is_remembered_like_any_attempt()
    {
        await using var server = new ModelServer(_ => Rewritten("pppppppppppppppp"));
        var proposer = Proposer(server, PromptKind.Diff, instructions: new InstructionArchive(["Think of vowels."]));
        proposer.Observe(new Step { Number = 7, Parents = [3], Origin = "“Think of vowels.”", Verdict = Verdict.Reject("vowels do not help") });
        await proposer.Snapshot().ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);

        Assert.Contains("- vowels do not help", Assert.Single(server.Requests).Prompt, StringComparison.Ordinal);
    }

    internal static ModelProposer Proposer(ModelServer server, PromptKind kind, MemoryRecord? record = null, InstructionArchive? instructions = null)
    {
        var section = TestModel.Section(Provider.OpenAI, server.Address) with { Attempts = 2 };
        var model = TestModel.Paid(section, record ?? new MemoryRecord());
        return new ModelProposer(new Dialogue(model, new PromptWriter(PromptTemplates.Load(null), TestModel.Scope), new ReplyReader(TestModel.Scope), 0.01), kind, instructions);
    }

    private static ModelAnswer Rewritten(string letters) => new($"```\n{letters}\n```");
}
