using System.Text.Json;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Studies;

/// <summary>What all trials of a study have in common, beside them as a file: trials at another budget, or of another problem, are not compared with them.</summary>
/// <param name="Problem">The problem's name.</param>
/// <param name="Budget">Of each run.</param>
/// <param name="Improving">Of each run that tests an improver.</param>
internal sealed record StudyTerms(string Problem, Budget Budget, Budget Improving)
{
    /// <summary>The file with the terms.</summary>
    public const string File = "study.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the terms into a study that has none yet.</summary>
    /// <param name="study">The study's folder.</param>
    /// <exception cref="RunException">It was begun on other terms.</exception>
    public void Agree(string study)
    {
        var file = Path.Combine(study, File);
        if (!System.IO.File.Exists(file))
        {
            System.IO.File.WriteAllText(file, $"{JsonSerializer.Serialize(this, Json)}\n");
            return;
        }

        if (Read(file) is { } begun && begun != this)
        {
            throw new RunException($"The study in '{study}' was begun with {begun.Words}, and this is {Words}: their trials cannot be compared. Give the same again, or another folder with --out.");
        }
    }

    private string Words => $"{Problem}, {Of(Budget)} a run and {Of(Improving)} for an improver";

    private static string Of(Budget budget) => (budget.Evaluations, budget.Steps, budget.Time) switch
    {
        ({ } evaluations, _, _) => $"{evaluations} evaluations",
        (_, { } steps, _) => $"{steps} steps",
        (_, _, { } time) => $"{time.TotalSeconds:0.###} s",
        _ => "no limit",
    };

    private static StudyTerms? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<StudyTerms>(System.IO.File.ReadAllText(file), Json);
        }
        catch (JsonException fault)
        {
            throw new RunException($"'{file}' cannot be read ({fault.Message.Split('.')[0]}); expected the terms that the study was begun with. Delete it to go on by the terms given now.");
        }
    }
}
