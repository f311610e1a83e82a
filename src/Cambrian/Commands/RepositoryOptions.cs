using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Algorithms.Folders;
using Cambrian.Runs.Repositories;

namespace Cambrian.Commands;

/// <summary>The options that make a problem of a repository and its test command.</summary>
internal sealed class RepositoryOptions
{
    // Whatever a shell would do something about; without any, the words are the command, and its program's installation is found.
    private static readonly SearchValues<char> OfShells = SearchValues.Create("|&;<>()$`\\\"'*?[#~=%\n");

    private static readonly string[] Gradings = ["exit-code", "report"];

    private readonly Option<string?> _repository = OptionKinds.Place("--repository", "improve a Git repository instead of a problem's folder; needs --test and --evolve");
    private readonly Option<string?> _test = new("--test") { Description = "the test command, run in a fresh copy of the committed tree", HelpName = "COMMAND" };
    private readonly Option<string[]> _evolve = Patterns("--evolve", "files that may change, for instance 'src/**/*.py'; may be given several times");
    private readonly Option<string[]> _protect = Patterns("--protect", "files that may not, whatever --evolve says (default: the usual names of tests); may be given several times");
    private readonly Option<string> _scoredBy = OptionKinds.Choice("--scored-by", "what the test command's result is", Gradings);
    private readonly Option<bool> _minimise = OptionKinds.Switch("--minimise", "smaller scores are better; with --scored-by report");
    private readonly Option<TimeSpan?> _limit = OptionKinds.Duration("--test-time", "how long the test command may take (default 60s)");
    private readonly Option<int?> _memory = OptionKinds.Whole("--test-memory", "MiB of memory that it may take, copy of the tree included (default 1024)", least: 64, most: 1_048_576);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _repository, _test, _evolve, _protect, _scoredBy, _minimise, _limit, _memory })
        {
            command.Add(option);
        }
    }

    /// <summary>The problem that was described; null when no repository was named.</summary>
    /// <exception cref="UserException">The description is not complete.</exception>
    public async Task<ProblemFolder?> ReadAsync(ParseResult parsed, Host host, CancellationToken cancellation)
    {
        var (test, evolve) = (parsed.GetValue(_test), parsed.GetRequiredValue(_evolve));
        if (parsed.GetValue(_repository) is not { } given)
        {
            return test is null && evolve.Length == 0 ? null
                : throw new UserException(ExitCode.Usage, "--test and --evolve describe how a repository is improved; expected --repository as well, which says where it is.");
        }

        if (string.IsNullOrWhiteSpace(test) || evolve.Length == 0)
        {
            throw new UserException(ExitCode.Usage, $"--repository needs a test command and what may change: cambrian run --repository {CommandLine.Word(given)} --test 'make test' --evolve 'src/**/*.py'");
        }

        var repository = Path.TrimEndingDirectorySeparator(host.Absolute(given));
        var name = Path.GetFileName(repository) is { Length: > 0 } last ? last : "repository";
        var described = host.Temporary.Make(name);
        await File.WriteAllTextAsync(Path.Combine(described, "problem.json"), Describe(parsed, name, repository, test), cancellation).ConfigureAwait(false);
        return await PinnedProblem.MakeAsync(described, host.Temporary.Make(name), cancellation).ConfigureAwait(false);
    }

    private string Describe(ParseResult parsed, string name, string repository, string test)
    {
        var protect = parsed.GetRequiredValue(_protect);
        var section = new JsonObject
        {
            ["path"] = repository,
            ["evolve"] = Texts(parsed.GetRequiredValue(_evolve)),
            ["scoredBy"] = parsed.GetRequiredValue(_scoredBy) == Gradings[0] ? "exitCode" : "report",
        };
        if (protect.Length > 0)
        {
            section["protect"] = Texts(protect);
        }

        var described = new JsonObject
        {
            ["title"] = $"{name}: {test}",
            ["direction"] = parsed.GetValue(_minimise) ? "minimise" : "maximise",
            ["repository"] = section,
            ["evaluator"] = new JsonObject
            {
                ["run"] = Texts(test.AsSpan().IndexOfAny(OfShells) >= 0 ? ["sh", "-c", test] : test.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                ["timeLimit"] = (parsed.GetValue(_limit) ?? TimeSpan.FromSeconds(60)).TotalSeconds,
                ["memory"] = parsed.GetValue(_memory) ?? 1024,
            },

            // Each is measured once more at the end, by tests that may take minutes.
            ["search"] = new JsonObject { ["finalists"] = 3 },
        };
        return described.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static Option<string[]> Patterns(string name, string description) => new(name) { Description = description, HelpName = "PATTERN", DefaultValueFactory = _ => [] };
}
