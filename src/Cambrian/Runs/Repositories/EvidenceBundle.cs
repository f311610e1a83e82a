using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Report;
using Cambrian.Store;

namespace Cambrian.Runs.Repositories;

/// <summary>What speaks for a delivered branch, as one JSON file: enough to repeat the run, and to see whether what was recorded is what was delivered.</summary>
/// <param name="subject">The run as its ledger tells it.</param>
/// <param name="record">The same run.</param>
/// <param name="lineage">The winner's line, the seed first.</param>
internal sealed class EvidenceBundle(ReportSubject subject, RunRecord record, IReadOnlyList<Ancestor> lineage)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text, equal for equal records.</summary>
    public string ToJson() => new JsonObject
    {
        ["run"] = Path.GetFileName(record.Path),
        ["created"] = record.Database.Description.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["problem"] = subject.Folder.Problem.Name,
        ["problemHash"] = record.Database.Description.ProblemHash,
        ["repository"] = Repository(),
        ["search"] = Search(),
        ["ledger"] = new JsonObject { ["head"] = subject.Head, ["steps"] = subject.Reading.Steps, ["evaluations"] = subject.Reading.Evaluations, ["decisionHead"] = record.Database.DecisionHead },
        ["scores"] = Scores(),
        ["isolation"] = Texts(subject.Reading.Isolation),
        ["decisions"] = new JsonArray([.. record.Database.Decisions().Select(Decision)]),
        ["steps"] = new JsonArray([.. lineage.Select(Step)]),
    }.ToJsonString(Written) + "\n";

    private JsonObject Repository()
    {
        var section = subject.Folder.File.Repository!; // only runs of repositories are delivered
        return new JsonObject
        {
            ["commit"] = section.Commit,
            ["evolve"] = Texts(section.Evolve),
            ["protect"] = section.Protect is { } given ? Texts(given) : null,
            ["test"] = Texts(subject.Folder.File.Evaluator.Run),
            ["scoredBy"] = JsonNamingPolicy.CamelCase.ConvertName($"{section.ScoredBy}"),
        };
    }

    private JsonObject Search() => new()
    {
        ["seed"] = subject.Options.Seed,
        ["strategy"] = subject.Options.Strategy,
        ["window"] = record.Database.Description.Window,
        ["settings"] = new JsonObject(record.Database.Description.Settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
    };

    // Each in the problem's own direction; the sealed cases chose neither.
    private JsonObject Scores()
    {
        var result = subject.Result!; // a run without one has no winner to deliver
        return new JsonObject
        {
            ["direction"] = JsonNamingPolicy.CamelCase.ConvertName($"{subject.Folder.Problem.Direction}"),
            ["winner"] = new JsonObject { ["step"] = result.Winner.Step, ["program"] = result.Winner.Artifact.Id, ["training"] = Unsigned(result.Training), ["validation"] = Unsigned(result.Validation), ["sealed"] = Unsigned(result.Test) },
            ["seed"] = new JsonObject { ["training"] = Own(lineage[0].Score), ["sealed"] = Unsigned(result.SeedTest) },
            ["sealedOpenings"] = result.SealedOpenings,
            ["overSeed"] = result.OverSeed is not { } advantage ? null
                : new JsonObject { ["wins"] = advantage.Wins, ["ties"] = advantage.Ties, ["losses"] = advantage.Losses, ["p"] = advantage.P, ["needed"] = advantage.Level, ["shown"] = advantage.IsShown },
        };
    }

    private static JsonObject Decision(Decision decision) => new()
    {
        ["kind"] = JsonNamingPolicy.CamelCase.ConvertName($"{decision.Kind}"),
        ["step"] = decision.Step,
        ["level"] = decision.Level,
        ["by"] = decision.By,
        ["reason"] = decision.Reason,
    };

    private JsonObject Step(Ancestor ancestor) => new()
    {
        ["step"] = ancestor.Step,
        ["parents"] = new JsonArray([.. ancestor.Parents.Select(parent => (JsonNode)parent)]),
        ["origin"] = ancestor.Origin,
        ["program"] = ancestor.Artifact.Id,
        ["training"] = Own(ancestor.Score),
    };

    private double? Own(double score) => double.IsFinite(score) ? Unsigned(subject.Folder.Problem.Orient(score)) : null;

    // A zero that was turned round keeps a sign that means nothing.
    private static double? Unsigned(double? score) => score + 0.0;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
