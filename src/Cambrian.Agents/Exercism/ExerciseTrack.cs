using System.Text.Json;
using Cambrian.Core;

namespace Cambrian.Agents.Exercism;

/// <summary>Reads a clone of an Exercism track for C#: <c>exercises/practice/*/.meta/config.json</c> and the files it names.</summary>
public static class ExerciseTrack
{
    /// <summary>All practice exercises, by name.</summary>
    /// <param name="path">The clone's folder.</param>
    /// <exception cref="IOException">There is no such folder, or an exercise cannot be read.</exception>
    public static IReadOnlyList<Exercise> Read(string path)
    {
        var practice = Path.Combine(path, "exercises", "practice");
        if (!Directory.Exists(practice))
        {
            throw new DirectoryNotFoundException(
                $"'{path}' has no folder exercises/practice; expected a clone of a track: git clone https://github.com/exercism/csharp");
        }

        return [.. Directory.EnumerateDirectories(practice)
            .Where(folder => File.Exists(Configuration(folder)))
            .Order(StringComparer.Ordinal)
            .Select(ReadExercise)];
    }

    private static string Configuration(string folder) => Path.Combine(folder, ".meta", "config.json");

    private static Exercise ReadExercise(string folder)
    {
        try
        {
            using var configuration = JsonDocument.Parse(File.ReadAllText(Configuration(folder)));
            var files = configuration.RootElement.GetProperty("files");
            return new Exercise(
                Path.GetFileName(folder),
                Files(folder, files.GetProperty("test")),
                Files(folder, files.GetProperty("solution")),
                Files(folder, files.GetProperty("example")));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new IOException($"'{Configuration(folder)}' cannot be used: {fault.Message} Expected the lists files.test, files.solution and files.example, each with a C# file.", fault);
        }
    }

    private static Artifact Files(string folder, JsonElement names) => new(names.EnumerateArray()
        .Select(name => name.GetString() ?? "")
        .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
        .Select(name => KeyValuePair.Create(Path.GetFileName(name), File.ReadAllText(Path.Combine(folder, name)))));
}
