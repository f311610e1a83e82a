using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Repositories.Shares;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>A share of lines, with what it is a share of.</summary>
internal static class ShareText
{
    private const int MostFiles = 20;

    private static readonly string[] Definition =
    [
        "A line counts for whoever the commit that last changed it (git blame) says. A git-ai note (refs/notes/ai), else an Agent Trace record",
        "(refs/notes/agent-trace, .agent-trace/traces.jsonl), speaks for single lines of its commit, and a line it leaves out is unknown; without either,",
        "a trailer Assisted-by or Generated-by, or an agent's address as author or Co-authored-by, speaks for all of them. 'machine' is any program:",
        "model, agent, or search. A commit that says nothing leaves its lines unknown: no person is presumed. Blank lines and comments are lines.",
        "Statements are taken as they stand; whoever may push can make them.",
    ];

    /// <summary>For reading.</summary>
    public static IEnumerable<string> Lines(RepositoryShare share)
    {
        yield return $"{share.Commit[..12]}: {ScoreFormat.Count(share.Lines)} lines in {ScoreFormat.Count(share.Files)} text files";
        yield return "";
        yield return Row("machine", share.Machine, share, "the numerator");
        yield return Row("person", share.Person, share, "stated, not presumed");
        yield return Row("mixed", share.Mixed, share, "");
        yield return Row("unknown", share.Unstated, share, share.CutOff > 0 ? $"{ScoreFormat.Count(share.CutOff)} of them older than this shallow clone" : "");
        yield return Row("all", share.Lines, share, "the denominator");
        yield return "";
        yield return share.Least is { } least && share.Most is { } most
            ? $"Share written by machines: {Percent(least)} is stated, and it cannot be more than {Percent(most)}."
            : "There are no lines, so there is no share.";
        yield return $"Not counted: {NotCounted(share)}";
        yield return "";
        foreach (var line in Definition)
        {
            yield return line;
        }
    }

    /// <summary>For programs: one line.</summary>
    public static string Json(RepositoryShare share) => new JsonObject
    {
        ["commit"] = share.Commit,
        ["numerator"] = share.Machine,
        ["denominator"] = share.Lines,
        ["unknown"] = share.Unstated,
        ["person"] = share.Person,
        ["mixed"] = share.Mixed,
        ["least"] = share.Least,
        ["most"] = share.Most,
        ["cutOff"] = share.CutOff,
        ["files"] = share.Files,
        ["notCounted"] = new JsonArray([.. share.LeftOut.Select(file => new JsonObject { ["path"] = file.Path, ["reason"] = file.Reason })]),
        ["definition"] = string.Join(' ', Definition),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string Row(string name, int lines, RepositoryShare share, string remark) =>
        $"  {name,-8} {ScoreFormat.Count(lines),9}  {(share.Lines == 0 ? "" : Percent((double)lines / share.Lines)),7}  {remark}".TrimEnd();

    private static string Percent(double part) => (100 * part).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string NotCounted(RepositoryShare share)
    {
        var named = share.LeftOut.Take(MostFiles).Select(file => $"{PlainText.Line(file.Path, 120)} ({file.Reason})");
        var rest = share.LeftOut.Count > MostFiles ? $" and {ScoreFormat.Count(share.LeftOut.Count - MostFiles)} more (--json names all)" : "";
        return share.LeftOut.Count == 0 ? "nothing." : $"{ScoreFormat.Count(share.LeftOut.Count)} files: {string.Join(", ", named)}{rest}.";
    }
}
