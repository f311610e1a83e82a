using Cambrian.Agents.Modification;
using Cambrian.Contracts.Agents;

namespace Cambrian.Agents.Tests.Modification;

public sealed class ChoosingProposerTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new();

    public ValueTask InitializeAsync() => _workshop.OpenAsync();

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Theory]
    [InlineData("return 2;", 2)]
    [InlineData("return drawn.Count - 1;", 2)]
    [InlineData("return drawn.ToList().FindIndex(member => member.Score == 0.25 && member.Cases.Count == 1 && member.Children == 0);", 0)]
    [InlineData("return 3;", 0)]
    [InlineData("return -1;", 0)]
    [InlineData("throw new InvalidOperationException();", 0)]
    [InlineData("while (true) { }", 0)]
    [InlineData("return System.IO.File.Exists(\"/etc/passwd\") ? 1 : 2;", 0)]
    public async Task The_one_that_is_chosen_makes_the_child_and_whoever_names_nobody_keeps_its_turn(string choose, int chosen)
    {
        Candidate[] drawn = [Chooser(choose).Known(5), Chooser("return 0;").Known(6), Chooser("return 1;").Known(7)];

        var proposal = await new ChoosingProposer(new Naming(), _workshop.Selection).ProposeAsync(new Problem { Name = "agents", Seeds = [drawn[0].Artifact] }, drawn, 1, TestContext.Current.CancellationToken);

        Assert.Equal(drawn[chosen].Step, proposal.Parents![0].Step);
        Assert.Equal(drawn.Where(other => other != drawn[chosen]).Select(other => other.Step), proposal.Parents.Skip(1).Select(other => other.Step));
    }

    [Fact]
    public async Task An_agent_without_a_rule_keeps_its_turn()
    {
        var agent = Agents.Asking("""new Edit("perturb-literal")""");

        Assert.Equal(0, await _workshop.Selection.ChooseAsync(agent, [new MemberView(0, [], 0), new MemberView(1, [], 0)], 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Children_that_passed_every_gate_are_counted()
    {
        var proposer = new ChoosingProposer(new Naming(), _workshop.Selection);
        Candidate[] drawn = [Chooser("return drawn.ToList().FindIndex(member => member.Children == 2);").Known(5), Chooser("return 0;").Known(6)];
        foreach (var (number, verdict) in new[] { (8, Verdict.Admit()), (9, Verdict.Reject("no")), (10, Verdict.Admit()) })
        {
            proposer.Observe(new Step { Number = number, Parents = [6, 5], ParentScore = 0, Origin = "self/", Child = null, Evaluation = null, Verdict = verdict });
        }

        var proposal = await proposer.ProposeAsync(new Problem { Name = "agents", Seeds = [drawn[0].Artifact] }, drawn, 1, TestContext.Current.CancellationToken);

        Assert.Equal(6, proposal.Parents![0].Step);
    }

    private static Artifact Chooser(string choose) => Agents.With("return [];", $$"""
        public static int Choose(IReadOnlyList<MemberView> drawn, int seed)
        {
            {{choose}}
        }

        """);

    private sealed class Naming : IProposer
    {
        public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
            Task.FromResult(new Proposal(parents[0].Artifact, "self/", parents));
    }
}
