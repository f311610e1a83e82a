using System.Text.Json;
using Cambrian.Repositories.Delivery;

namespace Cambrian.Repositories.Tests.Delivery;

public sealed class BranchDeliveryTests : IDisposable
{
    private const string Evidence = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private readonly PersonsRepository _repository = new();
    private readonly Artifact _seed;

    public BranchDeliveryTests()
    {
        _seed = Artifact.Of("src/a.py", "a = 1\nb = 2\nc = 3\n").With("src/b c.py", "x = 1\n");
        foreach (var (path, text) in _seed.Files)
        {
            _repository.Write(path, text);
        }

        _repository.MakeExecutable("src/a.py");
        _repository.Write("tests/t.py", "assert True\n");
        _repository.Commit("Begin");
        _repository.Write("src/a.py", "a = 'not committed'\n");
        _repository.Write("staged.txt", "staged\n");
        _repository.Git("add", "staged.txt");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task There_is_a_branch_with_a_commit_for_each_step_and_nothing_else_has_changed()
    {
        var before = _repository.State();
        var made = await DeliverAsync();

        Assert.Equal(before, _repository.State());
        Assert.Equal(3, made.Commits.Count);
        Assert.Equal([.. made.Commits.Reverse(), _repository.Head], _repository.Git("rev-list", "found").Split('\n'));
        Assert.Equal("a = 1\nb = 20\nc = 3\nd = 4", _repository.Git("show", "found:src/a.py"));
        Assert.Equal("x = 2", _repository.Git("show", "found:src/b c.py"));
        Assert.Equal("src/a.py\nsrc/b c.py", _repository.Git("-c", "core.quotePath=false", "diff", "--name-only", "main...found"));
        Assert.StartsWith("100755", _repository.Git("ls-tree", "found", "src/a.py"), StringComparison.Ordinal);
        Assert.Equal("", _repository.Git("fsck", "--strict", "--no-dangling"));
    }

    [Fact]
    public async Task Messages_tell_the_step_and_end_with_trailers_that_git_reads()
    {
        var made = await DeliverAsync();

        Assert.Equal("lines: src/a.py", _repository.Git("log", "-1", "--format=%s", made.Commits[0]));
        Assert.Contains("Score 1 -> 2 on the training cases of run my-run, step 7.", _repository.Git("log", "-1", "--format=%b", made.Commits[0]), StringComparison.Ordinal);
        Assert.Equal("Assisted-by: Cambrian:lines\nCambrian-Run: my-run\nCambrian-Step: 7", _repository.Git("log", "-1", "--format=%(trailers)", made.Commits[0]));
        Assert.Equal("Cambrian-Run: my-run\nCambrian-Step: 9", _repository.Git("log", "-1", "--format=%(trailers)", made.Commits[1])); // a person's
        Assert.Equal($"sha256:{Evidence}", _repository.Git("log", "-1", "--format=%(trailers:key=Cambrian-Evidence,valueonly)", made.Commits[2]));
        Assert.DoesNotContain("Signed-off-by", _repository.Git("log", "--format=%B", "main..found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_name_the_lines_that_each_step_wrote()
    {
        var made = await DeliverAsync();

        var note = _repository.Git("notes", "--ref=ai", "show", made.Commits[2]);
        Assert.Matches("^src/a\\.py\n  s_[0-9a-f]{14}::t_[0-9a-f]{14} 4\n\"src/b c\\.py\"\n  s_[0-9a-f]{14}::t_[0-9a-f]{14} 1\n---\n", note);
        using var metadata = JsonDocument.Parse(note[(note.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]);
        Assert.Equal(made.Commits[2], metadata.RootElement.GetProperty("base_commit_sha").GetString());
        Assert.NotEqual(0, _repository.Try("notes", "--ref=ai", "show", made.Commits[1]).Code); // a person's
        using var trace = JsonDocument.Parse(_repository.Git("notes", "--ref=agent-trace", "show", made.Commits[1]));
        Assert.Equal("human", trace.RootElement.GetProperty("files")[0].GetProperty("conversations")[0].GetProperty("contributor").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Delivering_twice_is_refused_and_changes_nothing()
    {
        await DeliverAsync();
        var before = _repository.Git("for-each-ref");

        var fault = await Assert.ThrowsAsync<RepositoryException>(() => DeliverAsync());
        Assert.Contains("There is a branch 'found' already", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, _repository.Git("for-each-ref"));
    }

    [Fact]
    public async Task Under_another_name_the_same_delivery_is_the_same_commits_and_adds_no_note()
    {
        var first = await DeliverAsync();
        var notes = _repository.Git("rev-parse", "refs/notes/ai", "refs/notes/agent-trace");

        Assert.Equal(first.Commits, (await DeliverAsync(branch: "again")).Commits);
        Assert.Equal(notes, _repository.Git("rev-parse", "refs/notes/ai", "refs/notes/agent-trace"));
    }

    [Fact]
    public async Task Notes_that_are_there_stay_also_where_they_are_spread_over_folders()
    {
        _repository.Git("notes", "--ref=ai", "add", "-m", "an older note");
        var blob = _repository.Git("rev-parse", $"refs/notes/ai:{_repository.Head}");
        _repository.Git("update-ref", "-d", "refs/notes/ai");
        var head = _repository.Head;
        _repository.Git("read-tree", "--index-output=.git/spread", "--empty");
        _repository.Git("checkout", "--quiet", "--orphan", "spread");
        _repository.Git("read-tree", "--empty");
        _repository.Git("update-index", "--add", "--cacheinfo", $"100644,{blob},{head[..2]}/{head[2..]}");
        _repository.Git("update-ref", "refs/notes/ai", _repository.Git("commit-tree", "-m", "spread", _repository.Git("write-tree")));
        _repository.Git("symbolic-ref", "HEAD", "refs/heads/main");
        _repository.Git("read-tree", "HEAD");

        var made = await DeliverAsync();
        Assert.Equal("an older note", _repository.Git("notes", "--ref=ai", "show", head));
        Assert.StartsWith("src/a.py\n", _repository.Git("notes", "--ref=ai", "show", made.Commits[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words", "is no name that a branch can have")]
    [InlineData("-b", "is no name that a branch can have")]
    [InlineData("x..y", "is no name that a branch can have")]
    [InlineData("main/below", "could not be made, and nothing was changed")]
    [InlineData("main", "There is a branch 'main' already")]
    public async Task A_name_that_cannot_be_taken_is_explained(string branch, string expected)
    {
        var before = _repository.Git("for-each-ref");
        var fault = await Assert.ThrowsAsync<RepositoryException>(() => DeliverAsync(branch));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, _repository.Git("for-each-ref"));
    }

    [Fact]
    public async Task Another_repository_than_the_runs_is_refused()
    {
        using var other = new PersonsRepository();
        other.Write("src/a.py", "a = 1\n");
        other.Commit("Something else");
        var fault = await Assert.ThrowsAsync<RepositoryException>(() => DeliverAsync(other, Order("found")));
        Assert.Contains("There is no commit", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_origin_cannot_smuggle_a_trailer_in()
    {
        var order = Order("found");
        order = order with { Steps = [order.Steps[0] with { Origin = "agent/x\n\nSigned-off-by: Ada <ada@example.org>" }] };
        await DeliverAsync(_repository, order);
        Assert.Equal("", _repository.Git("log", "-1", "--format=%(trailers:key=Signed-off-by)", "found"));
    }

    private DeliveryOrder Order(string branch)
    {
        var first = _seed.With("src/a.py", "a = 1\nb = 20\nc = 3\n");
        var second = first.With("src/b c.py", "x = 1\ny = 2\n");
        return new DeliveryOrder
        {
            Base = _repository.Head,
            Branch = branch,
            Run = "my-run",
            Steps = [new(7, "lines", first, 1, 2), new(9, "human/ada", second, 2, 3), new(12, "gpt/diff", second.With("src/a.py", "a = 1\nb = 20\nc = 3\nd = 4\n").With("src/b c.py", "x = 2\n"), 3, 4)],
            Evidence = Evidence,
            Time = DateTimeOffset.UnixEpoch.AddYears(50),
        };
    }

    private Task<DeliveredBranch> DeliverAsync(string branch = "found") => DeliverAsync(_repository, Order(branch));

    private static async Task<DeliveredBranch> DeliverAsync(PersonsRepository repository, DeliveryOrder order)
    {
        using var git = await Git.OpenAsync(repository.Folder, TestContext.Current.CancellationToken);
        return await new BranchDelivery(git, order).MakeAsync(TestContext.Current.CancellationToken);
    }
}
