using System.Security.Cryptography;
using System.Text.Json;
using Cambrian.Conformance;

namespace Cambrian.Tests.Commands;

/// <summary>What a person types who has a repository with tests: run, deliver, share.</summary>
public sealed class RepositoryTests : IDisposable
{
    private const string Program = """
        # How strongly the last reading counts, and how it is rounded.
        def smooth(readings):
            level = readings[0]
            out = []
            for reading in readings:
                level = level + 0.9 * (reading - level)
                out.append(round(level, 6))
            return out

        """;

    private const string Measure = """
        import json, sys
        sys.path.insert(0, 'src')
        from smoothing import smooth
        truth = [0.1 * step for step in range(60)]
        readings = [value + ((step * 7919) % 13 - 6) / 6 for step, value in enumerate(truth)]
        print('measuring')
        smoothed = smooth(readings)
        assert len(smoothed) == len(truth)
        print(json.dumps({'score': sum((a - b) ** 2 for a, b in zip(smoothed, truth))}))

        """;

    private readonly Scratch _scratch = new();
    private readonly PersonsRepository _repository = new();

    public RepositoryTests()
    {
        _repository.Write("src/smoothing.py", Program);
        _repository.Write("tests/measure.py", Measure);
        _repository.Write("tests/limit.sh", ". ./src/limit.sh\n[ \"$limit\" -ge 12 ] && [ \"$limit\" -le 14 ]\n");
        _repository.Write("src/limit.sh", "limit=10\n");
        _repository.Commit("Begin");
    }

    public void Dispose()
    {
        _repository.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_repository_is_improved_delivered_and_counted()
    {
        _repository.Write("src/smoothing.py", "not committed, so it does not count");
        var before = _repository.State();
        var run = await RunAsync("--evaluations", "60", "--out", "found");
        Assert.True(run.Code == 0, run.Output + run.Error);
        using var json = JsonDocument.Parse(run.Output.TrimEnd('\n').Split('\n')[^1]);
        var best = json.RootElement.GetProperty("best");
        Assert.Equal(best.GetProperty("score").GetDouble(), best.GetProperty("test").GetDouble());

        var deliver = await _scratch.TypeAsync("deliver", "found", "--branch", "smoother");
        Assert.True(deliver.Code == 0, deliver.Error);
        Assert.Equal(before, _repository.State());
        Assert.Equal((await _scratch.TypeAsync("best", "found")).Output.Split("── src/smoothing.py\n")[^1].TrimEnd(), _repository.Git("show", "smoother:src/smoothing.py").TrimEnd());
        Assert.Equal("src/smoothing.py", _repository.Git("diff", "--name-only", "main..smoother"));

        await AssertEvidenceAsync(best.GetProperty("id").GetString()!);
        await AssertShareAsync();

        var again = await _scratch.TypeAsync("deliver", "found", "--branch", "smoother");
        Assert.Equal(10, again.Code);
        Assert.Contains("There is a branch 'smoother' already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_commit_seed_and_budget_give_the_same_ledger_and_a_run_goes_on_without_the_repository()
    {
        Assert.Equal(0, (await RunAsync("--steps", "20", "--out", "one")).Code);
        Assert.Equal(0, (await RunAsync("--steps", "20", "--out", "other")).Code);
        Assert.Equal(await HeadAsync("one"), await HeadAsync("other"));

        Directory.Move(_repository.Folder, _scratch["moved"]);
        var resumed = await _scratch.TypeAsync("resume", "one", "--steps", "25");
        Assert.True(resumed.Code == 0, resumed.Error);
        var gone = await _scratch.TypeAsync("deliver", "one");
        Assert.Equal(10, gone.Code);
        Assert.Contains("There is no folder", gone.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _scratch.TypeAsync("deliver", "one", "--repository", "moved")).Code);
        Directory.Move(_scratch["moved"], _repository.Folder);
        Assert.Equal("cambrian/one", _repository.Git("branch", "--list", "cambrian/*", "--format=%(refname:short)"));
    }

    [Fact]
    public async Task A_failing_test_is_made_to_pass_by_a_problem_in_the_repository()
    {
        _repository.Write("problem.json", """
            {
              "title": "Make the test pass", "direction": "maximise", // by exit code
              "repository": { "evolve": ["src/*.sh"] },
              "evaluator": { "run": ["sh", "tests/limit.sh"] },
              "search": { "finalists": 2 },
            }
            """);
        var check = await _scratch.TypeAsync("check", _repository.Folder);
        Assert.True(check.Code == 0, check.Output + check.Error);

        var run = await _scratch.TypeAsync("run", _repository.Folder, "--evaluations", "60", "--seed", "2", "--out", "found", "--json");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("\"test\":1", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _scratch.TypeAsync("deliver", "found")).Code);
        Assert.Contains("Score 0 -> 1", _repository.Git("log", "--format=%b", "main..cambrian/found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_change_what_is_protected()
    {
        Assert.Equal(0, (await RunAsync("--steps", "3", "--evolve", "src/*.sh", "--evolve", "tests", "--out", "found")).Code);
        _scratch.Write("cheat/tests/measure.py", "print('{\"score\": 0}')");
        _scratch.Write("cheat/src/smoothing.py", Program);
        var inject = await _scratch.TypeAsync("inject", "found", "cheat");
        Assert.NotEqual(0, inject.Code);
        Assert.Contains("tests/measure.py", inject.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_hands_a_program_in_is_not_called_a_machine()
    {
        Assert.Equal(0, (await RunAsync("--steps", "1", "--out", "found")).Code);
        _scratch.Write("smoothing.py", Program.Replace("0.9", "0.3", StringComparison.Ordinal));
        Assert.Equal(0, (await _scratch.TypeAsync("inject", "found", "smoothing.py", "--by", "ada")).Code);
        Assert.Equal(0, (await _scratch.TypeAsync("resume", "found", "--steps", "2")).Code);
        Assert.Equal(0, (await _scratch.TypeAsync("deliver", "found", "--branch", "by-hand")).Code);

        Assert.DoesNotContain("Assisted-by", _repository.Git("log", "-1", "--format=%B", "by-hand"), StringComparison.Ordinal);
        using var share = JsonDocument.Parse((await _scratch.TypeAsync("share", _repository.Folder, "--commit", "by-hand", "--json")).Output);
        Assert.Equal((0, 1), (share.RootElement.GetProperty("numerator").GetInt32(), share.RootElement.GetProperty("person").GetInt32()));
    }

    [Theory]
    [InlineData("--repository needs a test command", "run", "--repository", ".")]
    [InlineData("expected --repository as well", "run", "--test", "make")]
    [InlineData("were both given", "run", "bin-packing", "--repository", "{repository}", "--test", "true", "--evolve", "src")]
    [InlineData("There is no problem to run", "run")]
    [InlineData("fit no committed file", "run", "--repository", "{repository}", "--test", "true", "--evolve", "nothing")]
    [InlineData("is not a Git repository", "run", "--repository", ".", "--test", "true", "--evolve", "src")]
    [InlineData("is not on PATH", "run", "--repository", "{repository}", "--test", "no-such-program-here", "--evolve", "src/*.sh")]
    [InlineData("ended with exit code 127", "run", "--repository", "{repository}", "--test", "./no-such-file", "--evolve", "src/*.sh")]
    [InlineData("There is no run", "deliver")]
    [InlineData("is not a Git repository", "share")]
    public async Task What_does_not_work_is_explained(string expected, params string[] words)
    {
        var (code, output, error) = await _scratch.TypeAsync([.. words.Select(word => word.Replace("{repository}", _repository.Folder, StringComparison.Ordinal))]);
        Assert.NotEqual(0, code);
        Assert.NotEqual(70, code);
        Assert.Contains(expected, output + error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["runs"]) && Directory.EnumerateDirectories(_scratch["runs"]).Any());
    }

    [Fact]
    public async Task A_run_of_something_else_and_an_altered_one_are_not_delivered()
    {
        await _scratch.TypeAsync("new", "mine");
        Assert.Equal(0, (await _scratch.TypeAsync("run", "mine", "--steps", "3", "--out", "else")).Code);
        var other = await _scratch.TypeAsync("deliver", "else");
        Assert.Equal(4, other.Code);
        Assert.Contains("is no problem of a repository", other.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("--steps", "1", "--out", "seed-wins")).Code);
        Assert.Contains("is the seed, so there is nothing to deliver", (await _scratch.TypeAsync("deliver", "seed-wins")).Error, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("--evaluations", "60", "--out", "altered")).Code);
        await File.AppendAllTextAsync(Directory.EnumerateFiles(_scratch["altered/problem"], "problem.json", SearchOption.AllDirectories).Single(), " ", TestContext.Current.CancellationToken);
        Assert.Contains("was changed after the run began", (await _scratch.TypeAsync("deliver", "altered")).Error, StringComparison.Ordinal);
        Assert.Equal("main", _repository.Git("branch", "--format=%(refname:short)"));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] more) => _scratch.TypeAsync(
        ["run", "--repository", _repository.Folder, "--test", "python3 tests/measure.py", "--evolve", "src/**/*.py", "--scored-by", "report", "--minimise", "--no-model", "--json", .. more]);

    private async Task<string> HeadAsync(string run) => (await _scratch.TypeAsync("show", run)).Output.Split('\n').Single(line => line.Contains("ledger", StringComparison.OrdinalIgnoreCase) && line.Any(char.IsAsciiDigit));

    private async Task AssertEvidenceAsync(string winner)
    {
        var file = Directory.EnumerateFiles(_scratch["found/delivery"], "evidence-*.json").Single();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}", _repository.Git("log", "-1", "--format=%(trailers:key=Cambrian-Evidence,valueonly)", "smoother"));
        using var evidence = JsonDocument.Parse(bytes);
        Assert.Equal(winner, evidence.RootElement.GetProperty("scores").GetProperty("winner").GetProperty("program").GetString());
        Assert.Equal(_repository.Head, evidence.RootElement.GetProperty("repository").GetProperty("commit").GetString());
        Assert.Equal(evidence.RootElement.GetProperty("steps").GetArrayLength() - 1, int.Parse(_repository.Git("rev-list", "--count", "main..smoother"), System.Globalization.CultureInfo.InvariantCulture));
        foreach (var step in evidence.RootElement.GetProperty("steps").EnumerateArray().Skip(1))
        {
            Assert.Contains($"Cambrian-Step: {step.GetProperty("step").GetInt32()}", _repository.Git("log", "--format=%(trailers)", "main..smoother"), StringComparison.Ordinal);
        }
    }

    private async Task AssertShareAsync()
    {
        var text = await _scratch.TypeAsync("share", _repository.Folder, "--commit", "smoother");
        Assert.Contains("the numerator", text.Output, StringComparison.Ordinal);
        using var share = JsonDocument.Parse((await _scratch.TypeAsync("share", _repository.Folder, "--commit", "smoother", "--json")).Output);
        var blamed = _repository.Git("blame", "-s", "-l", "smoother", "--", "src/smoothing.py").Split('\n').Count(line => !line.Contains(_repository.Head[..39], StringComparison.Ordinal));
        Assert.True(blamed > 0);
        Assert.Equal(blamed, share.RootElement.GetProperty("numerator").GetInt32());
        Assert.Equal(share.RootElement.GetProperty("denominator").GetInt32(), share.RootElement.GetProperty("numerator").GetInt32() + share.RootElement.GetProperty("unknown").GetInt32());
    }
}
