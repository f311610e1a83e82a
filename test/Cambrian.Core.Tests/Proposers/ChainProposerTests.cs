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
            var chain = new ChainProposer(new ScriptedProposer((parents, random) => { edits++; return Toy.Mutate(parents, random); }), longest: 4);
            await chain.ProposeAsync(Toy.Problem, Parents, seed, TestContext.Current.CancellationToken);
            lengths.Add(edits);
        }

        Assert.Equal([1, 2, 3, 4], lengths.Order());
    }
}
