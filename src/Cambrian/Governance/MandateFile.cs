using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cambrian.Algorithms.Folders;
using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>A mandate as a JSON file, and as the copy that its run keeps. Comments and trailing commas are accepted, unknown members are not.</summary>
internal static class MandateFile
{
    /// <summary>Name of the copy in the run's folder.</summary>
    public const string Name = "mandate.json";

    private const string Setting = "mandate";
    private const string Whereabouts = "The members are described in docs/governance.md.";

    private static readonly JsonSerializerOptions Json = LikeProblems();

    /// <summary>Reads the file at a path.</summary>
    /// <exception cref="MandateException">It is missing or malformed.</exception>
    public static Mandate Read(string path) => File.Exists(path)
        ? Parse(File.ReadAllText(path), path)
        : throw new MandateException($"There is no mandate '{path}'. Expected a JSON file with level, scope, ends and approvers. {Whereabouts}");

    /// <summary>Reads a mandate's text.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="MandateException">It is malformed.</exception>
    public static Mandate Parse(string text, string name)
    {
        Mandate mandate;
        try
        {
            if (JsonFault.EmptyElement(text) is { } empty)
            {
                throw new MandateException($"{name}: '{empty}' is null; expected a value, or nothing at all.");
            }

            mandate = JsonSerializer.Deserialize<Mandate>(text, Json) ?? throw new MandateException($"{name} holds null; expected an object with level, scope, ends and approvers.");
        }
        catch (JsonException fault)
        {
            throw new MandateException($"{name}: {new JsonFault(typeof(Mandate), Json, Whereabouts).Explain(fault, text)}");
        }

        return Complaint(mandate) is { } complaint ? throw new MandateException($"{name}: {complaint} {Whereabouts}") : mandate with { Text = text };
    }

    /// <summary>Puts a copy into a run's folder.</summary>
    /// <returns>What the run's description keeps of it: its hash.</returns>
    public static KeyValuePair<string, string> Keep(string run, Mandate mandate)
    {
        File.WriteAllText(Path.Combine(run, Name), mandate.Text);
        return KeyValuePair.Create(Setting, mandate.Hash);
    }

    /// <summary>A run's mandate; null when it has none.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="description">What the run began with.</param>
    /// <exception cref="MandateException">The copy is gone, or is not what it was.</exception>
    public static Mandate? Of(string run, RunDescription description)
    {
        if (!description.Settings.TryGetValue(Setting, out var hash))
        {
            return null;
        }

        var path = Path.Combine(run, Name);
        return File.Exists(path) && Parse(File.ReadAllText(path), path) is var mandate && mandate.Hash == hash ? mandate
            : throw new MandateException($"{path} is not the mandate that the run began with (its hash is {hash}). A mandate is never changed under a run: put it back as it was, or start a new run under the new one.");
    }

    // Levels are written as they are named, "A2".
    private static JsonSerializerOptions LikeProblems()
    {
        var json = new JsonSerializerOptions(ProblemFile.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        json.Converters.Clear();
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        return json;
    }

    private static string? Complaint(Mandate mandate) => mandate switch
    {
        { Scope.Count: 0 } => "'scope' is empty; expected the names of the problems it holds for.",
        { Approvers.Count: 0 } => "'approvers' is empty; expected the name of one person at least, as some decisions are always a person's.",
        _ when mandate.Approvers.Any(string.IsNullOrWhiteSpace) => "'approvers' has an empty name; expected names of people.",
        { Budget: { Evaluations: < 1 } or { Steps: < 1 } } => "'budget' has a number below 1; expected whole numbers from 1.",
        { Budget.CpuSeconds: { } seconds } when !(seconds > 0 && double.IsFinite(seconds)) => $"'budget.cpuSeconds' is {seconds}; expected seconds above 0.",
        { VetoHours: var hours } when !(hours is >= 0 and <= 8_760) => $"'vetoHours' is {hours}; expected hours from 0 to 8,760.",
        { Stop: { } stop } when !Path.IsPathRooted(stop) => $"'stop' is '{stop}'; expected an absolute path, as the mandate is copied.",
        _ => null,
    };
}
