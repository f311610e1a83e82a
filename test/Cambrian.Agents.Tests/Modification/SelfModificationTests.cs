using Cambrian.Agents.Modification;
using Cambrian.Contracts.Agents;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Tests.Modification;

public sealed class SelfModificationTests : IAsyncLifetime
{
    private SandboxRunner _sandbox = null!; // made before any test runs
    private SelfModification _modification = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxRunner.OpenAsync(cancellation: Token);
        _modification = new SelfModification(new ModificationOptions { Entry = "Agent.Modify", TimeLimit = TimeSpan.FromSeconds(20) }, Agents.Preparation(), _sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        await _modification.DisposeAsync();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task An_agent_edits_the_method_it_names()
    {
        var agent = Agents.Asking("""new Edit("perturb-literal", "Solve")""");

        var result = await AskAsync(agent);

        Assert.Equal("", result.Reason);
        Assert.Equal(["perturb-literal"], result.Operators);
        var (before, after) = (Lines(agent), Lines(result.Child!));
        Assert.Equal(before.Length, after.Length);
        var changed = Assert.Single(Enumerable.Range(0, before.Length), line => before[line] != after[line]);
        Assert.InRange(changed, Array.FindIndex(before, line => line.Contains("Solve", StringComparison.Ordinal)), Array.FindIndex(before, line => line.Contains("Modify", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_agent_rewrites_a_method_and_changes_how_it_changes_itself()
    {
        var result = await AskAsync(Agents.Asking("""new Edit("rewrite", "Modify", -1, "return [];")"""));

        Assert.Contains("return [];", result.Child!.Files["Agent.cs"], StringComparison.Ordinal);
        Assert.Contains("its patch is empty", (await AskAsync(result.Child)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_sees_its_own_methods_scores_and_the_record_of_the_operators()
    {
        // Edits the second method, but only when everything that it should see is there.
        var agent = Agents.With("""
            var seen = own.Methods.Count == 2 && own.Methods[0].Name == "Solve" && own.Methods[0].Text.Contains("y * 2") && own.Score == 0.25 && own.Cases.Count == 1
                && archive.Members.Count == 1 && archive.Operators.Any(known => known.Name == "swap-expression" && known.Tries == 7) && budget.Edits == 4;
            return seen ? [new Edit("rewrite", "Solve", -1, "return 3;")] : [];
            """);
        var surroundings = new Surroundings([Agents.Asking("null").Known(1)], [new OperatorView("swap-expression", false, 7, 5, 1)]);

        var result = await _modification.ModifyAsync(agent, agent.Known(), surroundings, 1, Token);

        Assert.Contains("return 3;", result.Child!.Files["Agent.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_says_which_idiom_was_applied_and_credit_goes_to_the_edit()
    {
        var agent = Agents.With("return [new Edit(\"apply-idiom\", \"Worth\"), new Edit(\"perturb-literal\", \"Solve\")];").Files["Agent.cs"]
            .Replace("// EVOLVE-BLOCK-END", "private static double Worth(double share)\n    {\n        return 1.0;\n    }\n    // EVOLVE-BLOCK-END", StringComparison.Ordinal);
        var parent = Artifact.Of("Agent.cs", agent).Known();
        var proposer = new SelfProposer(_modification);

        var proposal = await proposer.ProposeAsync(new Problem { Name = "agents", Seeds = [parent.Artifact] }, [parent], 1, Token);
        proposer.Observe(new Step { Number = 1, Parents = [0], Origin = proposal.Origin, Child = proposal.Child, Evaluation = Evaluation.Of(1), Verdict = Verdict.Admit() });

        Assert.Equal("self/apply-idiom/depend-on-parameter+perturb-literal", proposal.Origin);
        Assert.Equal(["apply-idiom", "perturb-literal"], proposer.Operators.Where(known => known.Tries == 1).Select(known => known.Name));
    }

    [Fact]
    public async Task Equal_seeds_give_equal_children()
    {
        var agent = Agents.With("""return [new Edit(archive.Operators[new Random(budget.Seed).Next(archive.Operators.Count)].Name)];""");

        var first = await Task.WhenAll(Enumerable.Range(0, 10).Select(seed => AskAsync(agent, seed)));
        var second = await Task.WhenAll(Enumerable.Range(0, 10).Select(seed => AskAsync(agent, seed)));

        Assert.Equal(first.Select(result => result.Child?.Id), second.Select(result => result.Child?.Id));
        Assert.True(first.Select(result => result.Child?.Id).Distinct().Count() > 3);
    }

    [Theory]
    [InlineData("return [];", "its patch is empty")]
    [InlineData("return null;", "failed")]
    [InlineData("return [null];", "has no operator")]
    [InlineData("return [new Edit(null)];", "has no operator")]
    [InlineData("return [new Edit(\"perturb-literal\", \"Fixed\")];", "no place was found for 'perturb-literal' in 'Fixed'")]
    [InlineData("return [new Edit(\"rewrite\", \"Fixed\", -1, \"return 9;\")];", "no place was found for 'rewrite' in 'Fixed'")]
    [InlineData("return [new Edit(\"rewrite\", \"Solve\", -1, \"return 1; // EVOLVE-BLOCK-END\")];", "no place was found")]
    [InlineData("return [new Edit(\"format the disk\", \"Solve\")];", "no place was found for 'format the disk'")]
    [InlineData("return [new Edit(\"swap-expression\", \"Nowhere\", 99)];", "'Nowhere'")]
    [InlineData("throw new InvalidOperationException(\"secret\");", "secret")]
    [InlineData("var all = new List<Edit>(); while (true) { all.Add(new Edit(\"a\", new string('x', 1 << 20))); }", "OutOfMemory")]
    [InlineData("return [new Edit(System.IO.File.ReadAllText(\"/etc/hostname\"))];", "System.IO")]
    public async Task What_is_no_patch_gives_no_child_but_a_reason(string modify, string reason)
    {
        var result = await AskAsync(Agents.With(modify));

        Assert.Null(result.Child);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_does_not_end_is_killed_and_the_next_one_is_asked()
    {
        await using var impatient = new SelfModification(new ModificationOptions { Entry = "Agent.Modify", TimeLimit = TimeSpan.FromSeconds(2) }, Agents.Preparation(), _sandbox);
        var endless = Agents.With("while (true) { }");
        var none = new Surroundings([], []);

        Assert.Contains("took too long", (await impatient.ModifyAsync(endless, endless.Known(), none, 1, Token)).Reason, StringComparison.Ordinal);
        Assert.NotNull((await AskAsync(Agents.Asking("""new Edit("perturb-literal")"""))).Child);
    }

    [Fact]
    public async Task No_more_edits_are_made_than_the_budget_allows()
    {
        var agent = Agents.With("""return [.. Enumerable.Repeat(new Edit("perturb-literal", "Solve"), 50)];""");

        Assert.InRange((await AskAsync(agent)).Operators.Count, 1, 4);
    }

    private Task<ModificationResult> AskAsync(Artifact agent, int seed = 1) =>
        _modification.ModifyAsync(agent, agent.Known(), new Surroundings([], [.. _modification.Operators.Select(known => new OperatorView(known.Name, known.NeedsMate, 0, 0, 0))]), seed, Token);

    private static string[] Lines(Artifact agent) => agent.Files["Agent.cs"].Split('\n');
}
