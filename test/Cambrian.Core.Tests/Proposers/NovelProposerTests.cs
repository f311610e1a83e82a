using Cambrian.Core.Proposers;

namespace Cambrian.Core.Tests.Proposers;

public sealed class NovelProposerTests : ProposerConformance
{
    protected override IProposer Create() => new NovelProposer(new ScriptedProposer(Toy.Mutate), tries: 3);

    [Fact]
    public async Task A_program_seen_before_is_not_offered_while_there_are_tries_left()
    {
        var novel = new NovelProposer(OneOf(4), tries: 50);
        for (var number = 0; number < 3; number++)
        {
            novel.Observe(Seen(number, $"{number}"));
        }

        for (var seed = 0; seed < 30; seed++)
        {
            Assert.Equal("3", Toy.Letters((await AskAsync(novel.Snapshot(), seed)).Child));
        }
    }

    [Fact]
    public async Task Without_anything_new_there_is_no_child()
    {
        var asked = 0;
        var novel = new NovelProposer(new ScriptedProposer((_, _) => ++asked > 0 ? new Proposal(Toy.Program("0"), "same") : null!), tries: 5);
        novel.Observe(Seen(0, "0"));
        var thrown = await Assert.ThrowsAsync<ProposalException>(() => AskAsync(novel.Snapshot(), 1));
        Assert.Contains("only duplicates", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(("same", 5), (thrown.Origin, asked));
    }

    [Fact]
    public async Task What_was_paid_for_duplicates_is_part_of_what_the_child_costs()
    {
        var asked = 0;
        var novel = new NovelProposer(new ScriptedProposer((_, _) => asked++ < 2 ? new Proposal(Toy.Program("0"), "same") { Effort = 2 } : new Proposal(Toy.Program("1"), "new") { Effort = 5 }), tries: 3);
        novel.Observe(Seen(0, "0"));
        Assert.Equal(9, (await AskAsync(novel.Snapshot(), 1)).Effort);

        asked = 0;
        var failing = new NovelProposer(new ScriptedProposer((_, _) => asked++ < 2 ? new Proposal(Toy.Program("0"), "same") { Effort = 2 } : throw new ProposalException("no") { Effort = 1 }), tries: 3);
        failing.Observe(Seen(0, "0"));
        Assert.Equal(5, (await Assert.ThrowsAsync<ProposalException>(() => AskAsync(failing.Snapshot(), 1))).Effort);
    }

    [Fact]
    public async Task A_snapshot_sees_no_further_than_its_horizon()
    {
        var novel = new NovelProposer(OneOf(1), tries: 2);
        novel.Observe(Seen(0, "other"));
        var before = novel.Snapshot();
        novel.Observe(Seen(1, "0"));
        Assert.Equal("0", Toy.Letters((await AskAsync(before, 1)).Child));
        await Assert.ThrowsAsync<ProposalException>(() => AskAsync(novel.Snapshot(), 1));
    }

    private static Task<Proposal> AskAsync(IProposer proposer, int seed) =>
        proposer.ProposeAsync(Toy.Problem, [Toy.Candidate(0, Toy.Target)], seed, TestContext.Current.CancellationToken);

    private static ScriptedProposer OneOf(int count) => new((_, seed) => new Proposal(Toy.Program($"{Randomness.From(seed).Next(count)}"), "draw"));

    private static Step Seen(int number, string letters) => new() { Number = number, Child = Toy.Program(letters), Verdict = Verdict.Reject("whatever") };
}
