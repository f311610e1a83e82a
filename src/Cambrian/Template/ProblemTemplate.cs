using System.Reflection;

namespace Cambrian.Template;

/// <summary>A small problem that works as it is, to be changed into one's own.</summary>
internal static class ProblemTemplate
{
    private const string Prefix = "template/";

    /// <summary>The kinds of evaluators there are templates for, the usual one first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["csharp", "command"];

    /// <summary>The files of a template, filled in.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">The problem's name.</param>
    /// <param name="schema">Path of the JSON schema as seen from the folder; null to name none.</param>
    /// <returns>Relative path to text.</returns>
    public static IReadOnlyDictionary<string, string> Files(string kind, string name, string? schema)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"{Prefix}{kind}/";
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(resource => resource[folder.Length..], resource => Fill(Read(assembly, resource), name, schema), StringComparer.Ordinal);
    }

    private static string Fill(string text, string name, string? schema)
    {
        var lines = schema is null ? text.Split('\n').Where(line => !line.Contains("{{schema}}", StringComparison.Ordinal)) : [text];
        return string.Join('\n', lines).Replace("{{schema}}", schema, StringComparison.Ordinal).Replace("{{name}}", name, StringComparison.Ordinal);
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!; // It was in the list of names.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
