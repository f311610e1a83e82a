using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cambrian.Tests.Template;

/// <summary>The part of JSON schema that the problem schema uses: type, enum, properties, required, additionalProperties, items.</summary>
internal static class SchemaConformance
{
    public static IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string path = "$") => [
        .. Type(schema, value, path),
        .. Choice(schema, value, path),
        .. value is JsonObject members ? Members(schema, members, path) : [],
        .. value is JsonArray items && schema["items"] is { } item ? items.SelectMany((element, index) => Faults(item, element, $"{path}[{index}]")) : [],
    ];

    private static IEnumerable<string> Type(JsonNode schema, JsonNode? value, string path)
    {
        var allowed = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToList(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        var kind = Kind(value);
        return allowed.Count == 0 || allowed.Contains(kind) || (kind == "integer" && allowed.Contains("number")) ? [] : [$"{path} is {kind}, expected {string.Join(" or ", allowed)}"];
    }

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Number => value.GetValue<JsonElement>().TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var other => other.ToString()!.ToLowerInvariant(),
    };

    private static IEnumerable<string> Choice(JsonNode schema, JsonNode? value, string path) =>
        schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)) ? [$"{path} is {value?.ToJsonString()}, expected one of {choices.ToJsonString()}"] : [];

    private static IEnumerable<string> Members(JsonNode schema, JsonObject members, string path)
    {
        var known = schema["properties"] as JsonObject;
        var missing = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)).Select(name => $"{path} lacks {name}");
        var inner = members.SelectMany(member => (known?[member.Key], schema["additionalProperties"]) switch
        {
            ({ } described, _) => Faults(described, member.Value, $"{path}.{member.Key}"),
            (null, JsonObject others) => Faults(others, member.Value, $"{path}.{member.Key}"),
            (null, { } flag) when !flag.GetValue<bool>() => [$"{path}.{member.Key} is unknown"],
            _ => [],
        });
        return missing.Concat(inner);
    }
}
