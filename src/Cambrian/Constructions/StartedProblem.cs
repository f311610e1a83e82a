using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Algorithms.Folders;

namespace Cambrian.Constructions;

/// <summary>A problem whose programs begin with a construction that is there already, as in AlphaEvolve's chains of heuristics.</summary>
internal static class StartedProblem
{
    private const string Start = "start.json";
    private const string Record = "start.record.json";

    /// <summary>Makes the problem, in a folder of its own: a copy with the construction and where it comes from in its data.</summary>
    /// <param name="origin">The problem.</param>
    /// <param name="place">The folder to make it in.</param>
    /// <param name="construction">The construction as JSON; has been verified.</param>
    /// <param name="record">Where it comes from.</param>
    public static ProblemFolder Make(ProblemFolder origin, string place, string construction, StartRecord record)
    {
        var folder = Path.Combine(place, origin.Problem.Name);
        origin.CopyTo(folder, below => Path.GetFileName(below) != "runs");
        File.WriteAllText(Path.Combine(folder, "data", Start), construction);
        File.WriteAllText(Path.Combine(folder, "data", Record), JsonSerializer.Serialize(record, JsonSerializerOptions.Web));
        return ProblemFolder.Load(folder);
    }

    /// <summary>What a problem begins with; null for nothing.</summary>
    public static StartRecord? StartOf(ProblemFolder folder)
    {
        if (File.Exists(Path.Combine(folder.Data, Record)))
        {
            return JsonSerializer.Deserialize<StartRecord>(File.ReadAllText(Path.Combine(folder.Data, Record)), JsonSerializerOptions.Web);
        }

        var start = Path.Combine(folder.Data, Start);
        return File.Exists(start) && JsonNode.Parse(File.ReadAllText(start)) is not JsonArray { Count: 0 }
            ? new StartRecord($"data/{Start}", Hash(File.ReadAllText(start)), Score: null, CpuSeconds: null, Command: null)
            : null;
    }

    /// <summary>Describes a construction that a run begins with.</summary>
    /// <param name="file">Its file, as it was given.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="score">What the evaluator gives it.</param>
    public static StartRecord Describe(string file, string text, double score)
    {
        var told = ConstructionFile.Parse(text);
        return new StartRecord(file, Hash(text), score, told?.CpuSeconds, told?.Command);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
