using Cambrian.Core.Proposers;

namespace Cambrian.Core.Tests.Proposers;

public sealed class ChainProposerTests : ProposerConformance
{
    protected override IProposer Create() => new ChainProposer(new ScriptedProposer(Toy.Mutate), longest: 5);

    [Fact]
    public async Task The_number_of_edits_is_drawn_evenly_up_to_the_longest()
    {
        var chain = new ChainProposer(Growing(failAt: int.MaxValue), longest: 4);
        var lengths = new int[5];
        for (var seed = 0; seed < 2_000; seed++)
        {
            lengths[(await AskAsync(chain, seed)).Child.Length]++;
        }

        Assert.Equal(0, lengths[0]);
        Assert.All(lengths[1..], count => Assert.InRange(count, 430, 570));
    }

    [Fact]
    public async Task An_edit_in_the_middle_without_a_child_is_left_out()
    {
        var chain = new ChainProposer(Growing(failAt: 2), longest: 8);
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.InRange((await AskAsync(chain, seed)).Child.Length, 1, 2);
        }
    }

    [Fact]
    public async Task Without_a_first_edit_there_is_no_child()
    {
        var chain = new ChainProposer(Growing(failAt: 0), longest: 3);
        await Assert.ThrowsAsync<ProposalException>(() => AskAsync(chain, 1));
    }

    [Fact]
    public async Task The_parents_are_those_it_was_given() => Assert.Null((await AskAsync(new ChainProposer(Growing(failAt: int.MaxValue), longest: 5), 3)).Parents);

    // Each edit appends a letter; the parent of all is empty.
    private static ScriptedProposer Growing(int failAt) => new((parents, _) => parents[0].Artifact.Length == failAt
        ? throw new ProposalException("full")
        : new Proposal(Toy.Program(Toy.Letters(parents[0].Artifact) + "x"), "grow"));

    private Task<Proposal> AskAsync(IProposer proposer, int seed) =>
        proposer.ProposeAsync(Problem, [new Candidate(0, Toy.Program(""), Evaluation.Of(0), [])], seed, TestContext.Current.CancellationToken);
}
