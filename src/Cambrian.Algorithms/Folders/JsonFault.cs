using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Cambrian.Algorithms.Folders;

/// <summary>What is wrong with a JSON file that a person wrote, in a person's words: the serializer's own name .NET types.</summary>
/// <param name="file">The type that the file is read into; the types of its members are of the same assembly.</param>
/// <param name="json">How it is read.</param>
/// <param name="whereabouts">A sentence that says where its members are described.</param>
public sealed partial class JsonFault(Type file, JsonSerializerOptions json, string whereabouts)
{
    // Members may be of types that others share.
    private static readonly System.Reflection.Assembly[] Assemblies = [typeof(Core.Direction).Assembly, typeof(Models.Configuration.Provider).Assembly];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>Names the member, what was given there and what was expected.</summary>
    /// <param name="fault">What the serializer threw.</param>
    /// <param name="text">The file's text.</param>
    public string Explain(JsonException fault, string text)
    {
        var path = fault.Path is { Length: > 2 } full ? full[2..] : "";
        var member = path.Length > 0 ? $"'{path}': " : "";
        var message = fault.Message;
        if (Unmapped().Match(message) is { Success: true } unknown)
        {
            return $"{member}there is no member of that name; expected one of {Members(unknown.Groups[1].Value)}. {whereabouts}";
        }

        if (Missing().Match(message) is { Success: true } missing)
        {
            return $"{member}{missing.Groups[1].Value} must be given. {whereabouts}";
        }

        if (Repeated().Match(message) is { Success: true } repeated)
        {
            return $"'{repeated.Groups[1].Value}' is given more than once; expected once.";
        }

        var type = Converted().Match(message) is { Success: true } converted ? converted.Groups[1].Value : NullOf(message, path);
        return type is null
            ? $"this is not well-formed JSON: {message.Split(" Path: ")[0]} {whereabouts}"
            : $"{member}given was {Given(text, path)}, expected {Expected(type)}. {whereabouts}";
    }

    /// <summary>The first element of a list that is null, which no list here may hold; null when there is none or the text is no JSON.</summary>
    public static string? EmptyElement(string text) => Parse(text) is { } root ? EmptyElement(root) : null;

    private static string? EmptyElement(JsonNode node) => node switch
    {
        JsonArray list when list.Any(element => element is null) => $"{list.GetPath()[1..].TrimStart('.')}[{list.IndexOf(null)}]",
        JsonArray list => list.Select(element => EmptyElement(element!)).FirstOrDefault(found => found is not null), // none is null here
        JsonObject members => members.Select(member => member.Value is { } value ? EmptyElement(value) : null).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null; // The serializer says it with its place.
        }
    }

    private static string Given(string text, string path)
    {
        var node = Parse(text);
        foreach (Match part in Part().Matches(path))
        {
            node = node switch
            {
                JsonArray list when int.TryParse(part.Groups[2].Value, out var index) && index < list.Count => list[index],
                JsonObject members => members[part.Groups[1].Value],
                _ => null,
            };
        }

        var given = node?.ToJsonString() ?? "null";
        return given.Length <= 60 ? given : $"{given[..59]}…";
    }

    private string Expected(string type) => type switch
    {
        "System.Int32" or "System.Nullable`1[System.Int32]" => "a whole number",
        "System.Double" or "System.Nullable`1[System.Double]" => "a number",
        "System.String" => "a text",
        "System.DateTimeOffset" => "a time such as \"2027-01-31T12:00:00Z\"",
        _ when Choices(type) is { } choices => choices,
        _ when type.Contains("Dictionary`2", StringComparison.Ordinal) => "an object that gives each split a list of texts",
        _ when type.Contains("List`1[System.Int32]", StringComparison.Ordinal) => "a list of whole numbers, such as [4, 24]",
        _ when type.Contains("List`1[System.String]", StringComparison.Ordinal) => "a list of texts, such as [\"python3\", \"run.py\"]",
        _ when type.Contains("List`1", StringComparison.Ordinal) => "a list of objects",
        _ => $"an object with {Members(type)}",
    };

    // Members that may be left out are of a nullable kind, which the serializer names around the kind itself.
    private string? Choices(string type)
    {
        var name = type.StartsWith("System.Nullable`1[", StringComparison.Ordinal) ? type["System.Nullable`1[".Length..^1] : type;
        var known = TypeOf(name);
        return known is { IsEnum: true } ? string.Join(" or ", Enum.GetValues(known).Cast<object>().Select(value => JsonSerializer.Serialize(value, known, json))) : null;
    }

    private Type? TypeOf(string name) => Assemblies.Prepend(file.Assembly).Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);

    private string Members(string type) =>
        TypeOf(type) is { } known && json.GetTypeInfo(known) is { Kind: JsonTypeInfoKind.Object } info
            ? string.Join(", ", info.Properties.Select(property => property.Name))
            : "the members of the schema";

    // Members that may not be null name their owner only; what they hold is looked up there.
    private string? NullOf(string message, string path) =>
        Nulled().Match(message) is { Success: true } nulled
        && TypeOf(nulled.Groups[1].Value) is { } owner
        && json.GetTypeInfo(owner).Properties.FirstOrDefault(property => path == property.Name || path.EndsWith($".{property.Name}", StringComparison.Ordinal)) is { } member
            ? member.PropertyType.ToString()
            : null;

    [GeneratedRegex(@"could not be mapped to any \.NET member contained in type '([^']+)'")]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: (.+?)\.( Path: |$)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Duplicate property '([^']+)'")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"could not be converted to (.+?)\.( Path: |$)")]
    private static partial Regex Converted();

    [GeneratedRegex(@"on type '([^']+)' doesn't allow (?:setting|getting) null")]
    private static partial Regex Nulled();

    [GeneratedRegex(@"([^.\[\]]+)|\[(\d+)\]")]
    private static partial Regex Part();
}
