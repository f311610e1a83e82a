using Cambrian.Models.Configuration;
using Cambrian.Models.Novelty;
using Cambrian.Models.Tests.Clients;

namespace Cambrian.Models.Tests.Novelty;

public sealed class DissimilarProposerConformance : ProposerConformance, IAsyncDisposable
{
    private readonly ModelServer _server = new(DissimilarProposerTests.Embed);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    protected override IProposer Create() => DissimilarProposerTests.Proposer(_server, new MemoryRecord(), Toy.Mutate, similarity: 0.9);
}

public sealed class DissimilarProposerTests
{
    private static readonly IReadOnlyList<Candidate> Parents = [Toy.Candidate(3, "mmmmmmmmmmmmmmmm", 0)];

    [Fact]
    public async Task A_program_too_similar_to_an_earlier_one_is_asked_for_again_with_another_seed_and_all_of_it_is_paid()
    {
        await using var server = new ModelServer(Embed);
        string[] children = ["bbbbbbbbbbbbbbbb", "bbbbbbbbbbbbbbba", "cccccccccccccccc"];
        var seeds = new List<int>();
        var proposer = Proposer(server, new MemoryRecord(), (_, seed) => Child(children[seeds.Count], seeds, seed));
        proposer.Observe(Seen(9, "bbbbbbbbbbbbbbbb"));
        var proposal = await AskAsync(proposer.Snapshot());

        // The first is embedded in the proposal, so nothing is known of the one observed before: as after a start without a record.
        Assert.Equal("bbbbbbbbbbbbbbbb", Toy.Letters(proposal.Child));
        proposer.Observe(Seen(10, "bbbbbbbbbbbbbbbb"));
        var second = await AskAsync(proposer.Snapshot());
        Assert.Equal("cccccccccccccccc", Toy.Letters(second.Child));
        Assert.Equal((1, 1, false), (seeds[0], seeds[1], seeds[1] == seeds[2]));

        // Each child costs 1; each embedding 10 tokens at 3 a million, of 0.01 a step, at 16 cases a step.
        Assert.Equal(2 + (2 * 10 * 3e-6 / 0.01 * 16), second.Effort, 9);
    }

    [Fact]
    public async Task After_the_last_try_the_step_is_given_up_with_the_reason()
    {
        await using var server = new ModelServer(Embed);
        var seeds = new List<int>();
        var proposer = Proposer(server, new MemoryRecord(), (_, seed) => Child("mmmmmmmmmmmmmmmn", seeds, seed));
        var none = await Assert.ThrowsAsync<ProposalException>(() => AskAsync(proposer.Snapshot()));

        Assert.Equal("too similar to its parent or a seed: the cosine of their embeddings is 0.9978, more than 0.99; 3 tries", none.Message);
        Assert.Equal(("diff", 3), (none.Origin, seeds.Count));
        Assert.True(none.Effort > 3);
    }

    [Fact]
    public async Task As_similar_as_allowed_is_not_too_similar()
    {
        await using var server = new ModelServer(Embed);
        var proposer = Proposer(server, new MemoryRecord(), (_, seed) => Child("mmmmmmmmmmmmmmmm", [], seed), similarity: 1);
        Assert.Equal("mmmmmmmmmmmmmmmm", Toy.Letters((await AskAsync(proposer.Snapshot())).Child));
    }

    [Fact]
    public async Task What_failed_or_was_made_by_others_does_not_count_and_a_snapshot_knows_nothing_later()
    {
        await using var server = new ModelServer(Embed);
        var record = new MemoryRecord();
        var proposer = Proposer(server, record, (_, seed) => Child("bbbbbbbbbbbbbbbb", [], seed));
        await AskAsync(proposer.Snapshot()); // it is embedded now
        proposer.Observe(Seen(10, "bbbbbbbbbbbbbbbb") with { Evaluation = Evaluation.None(Outcome.Failed, "no"), Verdict = Verdict.Reject("no") });
        proposer.Observe(Seen(11, "bbbbbbbbbbbbbbbb") with { Origin = "edits/polish" });
        var before = proposer.Snapshot();
        proposer.Observe(Seen(12, "bbbbbbbbbbbbbbbb"));

        await AskAsync(before);
        var none = await Assert.ThrowsAsync<ProposalException>(() => AskAsync(proposer.Snapshot()));
        Assert.StartsWith("too similar to the program of step 12: the cosine of their embeddings is 1.0000", none.Message, StringComparison.Ordinal);

        // Another session of the same run knows from the record what this one asked.
        var later = Proposer(server, record, (_, seed) => Child("bbbbbbbbbbbbbbbb", [], seed));
        later.Observe(Seen(12, "bbbbbbbbbbbbbbbb"));
        Assert.Equal(none.Message, (await Assert.ThrowsAsync<ProposalException>(() => AskAsync(later.Snapshot()))).Message);
        Assert.Equal(server.Requests.Select(request => request.Embedded).Distinct().Count(), server.Requests.Count);
    }

    [Fact]
    public async Task A_program_that_cannot_be_embedded_is_not_compared()
    {
        await using var server = new ModelServer(_ => ModelAnswer.Fault(400, "too long", "context_length_exceeded"));
        var record = new MemoryRecord();
        var proposer = Proposer(server, record, (_, seed) => Child("mmmmmmmmmmmmmmmm", [], seed));
        Assert.Equal("mmmmmmmmmmmmmmmm", Toy.Letters((await AskAsync(proposer.Snapshot())).Child));
        Assert.Contains("too long", Assert.Single(record.Calls).Reason, StringComparison.Ordinal);
    }

    internal static DissimilarProposer Proposer(ModelServer server, MemoryRecord record, Func<IReadOnlyList<Candidate>, int, Proposal> propose, double similarity = 0.99)
    {
        var embedder = EmbeddingTests.Embedder(TestModel.Section(Provider.OpenAI, server.Address), record);
        var rule = new NoveltySection { Embedding = TestModel.Section(Provider.OpenAI, server.Address), Similarity = similarity };
        return new DissimilarProposer(new ScriptedProposer(propose), new ProgramEmbeddings(embedder, stepWorth: 0.01), rule, new HashSet<string> { "diff", "move", "crossover" });
    }

    /// <summary>A text's embedding: how often each letter is in it.</summary>
    internal static ModelAnswer Embed(ModelRequest request) => new() { Vector = [.. Enumerable.Range('a', 26).Select(letter => (float)request.Embedded!.Count(other => other == letter))] };

    private static Proposal Child(string letters, List<int> seeds, int seed)
    {
        seeds.Add(seed);
        return new Proposal(Toy.Program(letters), "diff") { Effort = 1 };
    }

    private static Task<Proposal> AskAsync(IProposer proposer) => proposer.ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken);

    private static Step Seen(int number, string letters) => new() { Number = number, Origin = "diff", Child = Toy.Program(letters), Evaluation = Toy.Score(Toy.Program(letters), null), Verdict = Verdict.Admit() };
}
