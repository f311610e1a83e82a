using System.Text.RegularExpressions;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Prompts;

/// <summary>
/// The prompts' templates: text with <c>{{name}}</c> for what is filled in, and <c>{{#name}}…{{/name}}</c> around what is left out
/// when there is nothing of that name. Those of a problem stand in its <c>prompts/</c> folder and come before the shipped ones.
/// </summary>
public sealed partial class PromptTemplates
{
    /// <summary>The names of all templates: files <c>name.md</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["system", "diff", "rewrite", "crossover", "fix", "repair", "hints", "instruct"];

    /// <summary>What can be filled in.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["statement", "better", "language", "program", "score", "cases", "metrics", "feedback", "inspirations", "mate", "failures", "reason", "hint", "instructions", "start", "end"];

    private readonly Dictionary<string, string> _texts;

    private PromptTemplates(Dictionary<string, string> texts) => _texts = texts;

    /// <summary>The shipped templates, with those of a folder before them.</summary>
    /// <param name="folder">May not exist; null for the shipped ones alone.</param>
    /// <exception cref="ModelsException">A file there is no template, or fills in what there is not.</exception>
    public static PromptTemplates Load(string? folder)
    {
        var texts = Names.ToDictionary(name => name, Shipped);
        foreach (var file in folder is not null && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md") : [])
        {
            var name = Path.GetFileNameWithoutExtension(file);
            texts[name] = Names.Contains(name) ? Checked(File.ReadAllText(file), file)
                : throw new ModelsException($"'{file}' is no prompt that is used; expected {string.Join(", ", Names.Select(known => $"{known}.md"))}.");
        }

        return new PromptTemplates(texts);
    }

    /// <summary>A template's text as it is.</summary>
    public string this[string name] => _texts[name];

    /// <summary>A template filled in.</summary>
    /// <param name="name">Which one.</param>
    /// <param name="fields">What to fill in; a field that is missing is empty.</param>
    public string Fill(string name, IReadOnlyDictionary<string, string> fields)
    {
        string Value(string field) => fields.GetValueOrDefault(field, "");
        var kept = Section().Replace(_texts[name], match => Value(match.Groups[1].Value).Length > 0 ? match.Groups[2].Value : "");
        return Field().Replace(kept, match => Value(match.Groups[1].Value)).Trim();
    }

    private static string Shipped(string name)
    {
        using var stream = typeof(PromptTemplates).Assembly.GetManifestResourceStream($"{name}.md") ?? throw new InvalidOperationException($"The template '{name}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Checked(string text, string file)
    {
        var unknown = Any().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(field => !Fields.Contains(field));
        return unknown is null ? text : throw new ModelsException($"'{file}' fills in '{{{{{unknown}}}}}', which there is not; expected {string.Join(", ", Fields)}.");
    }

    [GeneratedRegex(@"\{\{#(\w+)\}\}\n?(.*?)\{\{/\1\}\}\n?", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"\{\{[#/]?(\w+)\}\}")]
    private static partial Regex Any();
}
