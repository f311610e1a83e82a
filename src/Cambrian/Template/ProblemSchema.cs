using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Cambrian.Algorithms.Folders;

namespace Cambrian.Template;

/// <summary>The JSON schema of <c>problem.json</c>, made from the types that read it, so that editors and reader agree.</summary>
internal static class ProblemSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The schema as indented JSON, with a line break at the end.</summary>
    public static string Text()
    {
        var exported = ProblemFile.Json.GetJsonSchemaAsNode(typeof(ProblemFile), Options).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Cambrian problem",
            ["description"] = "The problem.json of a problem folder. Comments and trailing commas are accepted.",
        };
        foreach (var (name, value) in exported.ToList())
        {
            exported.Remove(name);
            schema[name] = value;
        }

        // A folder that extends another gives what it changes.
        var (always, alone) = (new JsonArray("title"), schema["required"]!.DeepClone());
        schema["required"] = always;
        schema["if"] = new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray("extends") } };
        schema["then"] = new JsonObject { ["required"] = alone };
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var text = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (node is JsonObject schema && text is not null)
        {
            schema.Insert(0, "description", text);
        }

        return node;
    }
}
