using Cambrian.Core;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Prompts;

/// <summary>Writes prompts. What they say comes from the search alone: training scores, and what the evaluator said about training cases.</summary>
/// <param name="templates">The texts.</param>
/// <param name="scope">Where programs may change.</param>
public sealed class PromptWriter(PromptTemplates templates, EvolveScope scope)
{
    /// <summary>The instructions that come with the templates.</summary>
    public IReadOnlyList<string> Hints { get; } = templates["hints"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// Whether a prompt names one task that the parent fails, drawn at random, to be diagnosed before anything is changed,
    /// as in the Darwin Gödel Machine (arXiv 2505.22954); it then stands in the place of a hint.
    /// </summary>
    public bool DiagnosesOneTask { get; init; }

    /// <summary>What the model is told to be.</summary>
    public string System => templates.Fill("system", Markers());

    /// <summary>The prompt of a step.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="random">Chooses a hint: the same program is not asked about in the same words again and again.</param>
    public string Write(PromptKind kind, PromptSubject subject, Random random)
    {
        var (problem, measured) = (subject.Problem, subject.Parent.Evaluation);
        var fields = Markers();
        fields["statement"] = problem.Statement.Trim();
        fields["better"] = problem.Direction == Direction.Minimise ? "lower is better" : "higher is better";
        fields["language"] = ProgramText.Language(subject.Program);
        fields["program"] = ProgramText.Of(subject.Program);
        fields["score"] = ProgramText.Score(problem, measured.Score);
        fields["cases"] = ProgramText.Cases(problem, measured);
        fields["metrics"] = ProgramText.Metrics(measured);
        fields["feedback"] = ProgramText.Feedback(kind == PromptKind.Fix ? string.Join('\n', subject.Failures) : measured.Feedback);
        fields["failures"] = kind == PromptKind.Fix ? "" : string.Join('\n', subject.Failures.Select(failure => $"- {ProgramText.Feedback(failure)}"));
        fields["inspirations"] = string.Join("\n\n", subject.Inspirations.OrderBy(other => other.Score).Select(other => Scored(problem, other)));
        fields["mate"] = subject.Mate is { } mate ? Scored(problem, mate) : "";
        fields["hint"] = subject.Instruction ?? (DiagnosesOneTask ? FailingTask.Instruction(problem, measured, random) : null) ?? (Hints.Count > 0 ? Hints[random.Next(Hints.Count)] : "");
        return templates.Fill(kind.ToString().ToLowerInvariant(), fields);
    }

    /// <summary>The answer to a reply that gives no program.</summary>
    /// <param name="program">What it was about.</param>
    /// <param name="reason">Why it gives none.</param>
    public string Repair(Artifact program, string reason) =>
        templates.Fill("repair", new Dictionary<string, string> { ["program"] = ProgramText.Of(program), ["reason"] = reason });

    /// <summary>Asks for a new instruction.</summary>
    /// <param name="problem">The task.</param>
    /// <param name="known">Those that there are, with what became of them.</param>
    public string Instruct(Problem problem, IEnumerable<Instruction> known) => templates.Fill("instruct", new Dictionary<string, string>
    {
        ["statement"] = problem.Statement.Trim(),
        ["instructions"] = string.Join('\n', known.OrderByDescending(instruction => instruction.Promise).Select(instruction => $"- {instruction.Text} (given {instruction.Tries} times, {instruction.Gains} better)")),
    });

    private Dictionary<string, string> Markers() => new() { ["start"] = scope.StartMarker, ["end"] = scope.EndMarker };

    private static string Scored(Problem problem, Candidate candidate) => $"{ProgramText.Of(candidate.Artifact)}\n\nIts score is {ProgramText.Score(problem, candidate.Score)}.";
}
