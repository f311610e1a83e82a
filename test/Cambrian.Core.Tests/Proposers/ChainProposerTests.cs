using Cambrian.Core.Proposers;

namespace Cambrian.Core.Tests.Proposers;

public sealed class ChainProposerTests : ProposerConformance
{
    protected override IProposer Create() => new ChainProposer(new ScriptedProposer(Toy.Mutate), longest: 4);

    [Fact]
    public async Task A_chain_makes_as_many_edits_as_were_drawn_each_of_the_child_before()
    {
        HashSet<int> lengths = [];
        for (var seed = 0; seed < 60; seed++)
        {
            var edits = 0;
            var chain = new ChainProposer(new ScriptedProposer((parents, _) => new Proposal(Toy.Program($"{Toy.Letters(parents[0].Artifact)}{++edits}"), "append")), longest: 4);
            var child = (await chain.ProposeAsync(Toy.Problem, Parents, seed, TestContext.Current.CancellationToken)).Child;
            Assert.EndsWith("1234"[..edits], Toy.Letters(child), StringComparison.Ordinal);
            lengths.Add(edits);
        }

        Assert.Equal([1, 2, 3, 4], lengths.Order());
    }
}
