using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Evaluators;
using Cambrian.Terminal;

namespace Cambrian.Constructions;

/// <summary>What the verifiers say of a construction, beside published values.</summary>
/// <param name="folder">The problem.</param>
/// <param name="file">The file, as it was given.</param>
/// <param name="judged">What they say.</param>
internal sealed class VerificationText(ProblemFolder folder, string file, JudgedConstruction judged)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{folder.Problem.Name}: {PlainText.Line(folder.File.Title, 200)}";
        yield return $"{"evaluator",-16} {Describe(judged.Score.Value, judged.Score.Fault)}";
        yield return $"{"second verifier",-16} {(judged.Check is { } check ? Describe(check.Value, check.Fault) : "none: the problem names no 'evaluator.check'")}";
        if (judged.Disagreement is { } disagreement)
        {
            yield return $"{"disagreement",-16} {PlainText.Printable(disagreement)}";
        }

        if (!judged.IsValid)
        {
            yield return judged.Disagreement is null ? "not valid" : "not valid: the verifiers do not agree, so one of them is wrong";
            yield break;
        }

        foreach (var known in folder.File.Known)
        {
            var verdict = known.Refuted is { } reason ? $"does not count: {reason}" : Published.Verb(Published.Compare(folder.File.Direction, judged.Score.Value, known.Value));
            yield return $"{verdict,-16} {PlainText.Line(known.Name, 60)}, {Exact(known.Value)} ({PlainText.Line(known.Source, 200)})";
        }

        yield return judged.Check is null ? "valid by the evaluator alone" : "valid by both";
    }

    /// <summary>For programs: one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Problem = folder.Problem.Name,
            File = file,
            Valid = judged.IsValid,
            Score = Finite(judged.Score.Value),
            Check = Finite(judged.Check?.Value),
            Fault = judged.Disagreement ?? judged.Score.Fault,
            Published = folder.File.Known.Where(known => known.Refuted is null).Select(known => new
            {
                known.Name,
                known.Value,
                Verdict = judged.IsValid ? Published.Verb(Published.Compare(folder.File.Direction, judged.Score.Value, known.Value)) : null,
            }),
        },
        Json);

    private string Describe(double value, string? fault) => fault is null
        ? $"{Exact(value)} {folder.File.Unit}".TrimEnd()
        : $"rejects it: {PlainText.Printable(fault)}";

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
