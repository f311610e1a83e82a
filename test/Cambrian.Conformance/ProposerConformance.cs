namespace Cambrian.Conformance;

/// <summary>What every proposer owes its users.</summary>
public abstract class ProposerConformance
{
    /// <summary>A fresh proposer.</summary>
    protected abstract IProposer Create();

    /// <summary>The problem it proposes for; the toy by default.</summary>
    protected virtual Problem Problem => Toy.Problem;

    /// <summary>Parents to propose from: candidates of <see cref="Problem"/>, two at least.</summary>
    protected virtual IReadOnlyList<Candidate> Parents => [.. Toy.Stream(seed: 11, count: 6).Skip(2)];

    /// <summary>How many children are asked for in each comparison.</summary>
    protected virtual int Children => 40;

    [Fact]
    public async Task Equal_arguments_to_equal_proposers_give_equal_children() =>
        Assert.Equal(await AskAsync(Create(), Children), await AskAsync(Create(), Children));

    [Fact]
    public async Task Different_seeds_give_different_children() =>
        Assert.True((await AskAsync(Create(), Children)).Distinct(StringComparer.Ordinal).Count() > 1);

    [Fact]
    public async Task A_snapshot_is_untouched_by_later_observations()
    {
        var proposer = Create();
        ObserveSome(proposer, from: 0);
        var snapshot = proposer.Snapshot();
        var before = await AskAsync(snapshot, Children);
        ObserveSome(proposer, from: 30);
        Assert.Equal(before, await AskAsync(snapshot, Children));
    }

    [Fact]
    public async Task Equal_observations_give_equal_snapshots()
    {
        var (one, other) = (Create(), Create());
        ObserveSome(one, from: 0);
        _ = one.Snapshot();
        ObserveSome(one, from: 30);
        ObserveSome(other, from: 0);
        ObserveSome(other, from: 30);
        Assert.Equal(await AskAsync(one.Snapshot(), Children), await AskAsync(other.Snapshot(), Children));
    }

    [Fact]
    public async Task Asking_from_several_threads_changes_nothing()
    {
        var snapshot = Create().Snapshot();
        var alone = await AskAsync(snapshot, Children);
        var together = await Task.WhenAll(Enumerable.Range(0, Children).Select(async seed =>
        {
            await Task.Yield();
            return await AskOneAsync(snapshot, seed);
        }));
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task A_cancelled_proposal_ends_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().ProposeAsync(Problem, Parents, 1, cancelled.Token));
    }

    private async Task<List<string>> AskAsync(IProposer proposer, int children)
    {
        List<string> answers = [];
        for (var seed = 0; seed < children; seed++)
        {
            answers.Add(await AskOneAsync(proposer, seed));
        }

        return answers;
    }

    private async Task<string> AskOneAsync(IProposer proposer, int seed)
    {
        try
        {
            var proposal = await proposer.ProposeAsync(Problem, Parents, seed, TestContext.Current.CancellationToken);
            var parents = proposal.Parents is null ? "given" : string.Join(',', proposal.Parents.Select(parent => parent.Step));
            return $"{proposal.Origin} {proposal.Child.Id} {parents}";
        }
        catch (ProposalException none)
        {
            return $"{none.Origin}: {none.Message}";
        }
    }

    private void ObserveSome(IProposer proposer, int from)
    {
        var stream = Toy.Stream(seed: 12 + from, count: 30);
        foreach (var parent in Parents)
        {
            proposer.Observe(Seen(from, parent, parent.Score - 1, $"{parent.Step}"));
        }

        for (var index = 0; index < stream.Count; index++)
        {
            proposer.Observe(Seen(from + index, stream[index], -60, index % 2 == 0 ? "move" : "crossover"));
        }
    }

    private static Step Seen(int number, Candidate child, double parentScore, string origin) => new()
    {
        Number = number,
        Parents = [0],
        ParentScore = parentScore,
        Origin = origin,
        Child = child.Artifact,
        Evaluation = child.Evaluation,
        Verdict = Verdict.Admit(),
    };
}
