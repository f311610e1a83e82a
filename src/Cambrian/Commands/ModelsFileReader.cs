using System.Text.Json;
using Cambrian.Algorithms.Folders;
using Cambrian.Models.Configuration;

namespace Cambrian.Commands;

/// <summary>Reads a <c>models.json</c> and says in plain words what is wrong with it.</summary>
internal static class ModelsFileReader
{
    private const string Whereabouts = "The members are described in docs/models.md.";

    /// <summary>Reads the file at a path.</summary>
    /// <exception cref="ModelsException">It is missing or malformed.</exception>
    public static ModelsFile Read(string path) => File.Exists(path)
        ? Parse(File.ReadAllText(path), path)
        : throw new ModelsException($"There is no file '{path}'. Expected a JSON file with models: {{\"models\": [{{\"provider\": \"ollama\", \"model\": \"qwen3-coder\"}}]}}. {Whereabouts}");

    /// <summary>Reads the file's text.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ModelsException">It is malformed.</exception>
    public static ModelsFile Parse(string text, string name)
    {
        if (JsonFault.EmptyElement(text) is { } empty)
        {
            throw new ModelsException($"{name}: '{empty}' is null; expected a value, or nothing at all.");
        }

        try
        {
            return JsonSerializer.Deserialize<ModelsFile>(text, ProblemFile.Json) ?? throw new ModelsException($"{name} holds null; expected an object with models.");
        }
        catch (JsonException fault)
        {
            throw new ModelsException($"{name}: {new JsonFault(typeof(ModelsFile), ProblemFile.Json, Whereabouts).Explain(fault, text)}");
        }
    }
}
