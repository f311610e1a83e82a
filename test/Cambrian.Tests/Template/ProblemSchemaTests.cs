using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Template;

namespace Cambrian.Tests.Template;

public sealed class ProblemSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public async Task The_schema_in_docs_is_the_one_of_the_reader()
    {
        var file = Path.Combine(Repository.Root, "docs", "problem.schema.json");
        var given = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        if (given != ProblemSchema.Text())
        {
            await File.WriteAllTextAsync(file, ProblemSchema.Text(), TestContext.Current.CancellationToken);
            Assert.Fail($"{file} did not fit the types it describes and was written anew: look at the change and commit it.");
        }
    }

    [Fact]
    public void Every_member_is_described()
    {
        var schema = JsonNode.Parse(ProblemSchema.Text())!;
        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            Assert.True(member!["description"] is not null, name);
        }
    }

    [Fact]
    public void Every_shipped_problem_and_template_conforms()
    {
        var files = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "problems"))
            .Select(folder => Path.Combine(folder, "problem.json")).Where(File.Exists).Select(File.ReadAllText)
            .Concat(ProblemTemplate.Kinds.Select(kind => ProblemTemplate.Files(kind, "mine", "schema.json")["problem.json"]))
            .ToList();
        Assert.True(files.Count > ProblemTemplate.Kinds.Count);
        Assert.All(files, text => Assert.Empty(SchemaConformance.Faults(Schema(), JsonNode.Parse(text, documentOptions: Lenient))));
    }

    [Theory]
    [InlineData("{}", "title")]
    [InlineData("""{"title": 3, "direction": "minimise", "evaluator": {}}""", "title")]
    [InlineData("""{"title": "x", "direction": "upwards", "evaluator": {}}""", "direction")]
    [InlineData("""{"title": "x", "direction": "minimise", "evaluator": {"stages": ["a"]}}""", "stages")]
    [InlineData("""{"title": "x", "direction": "minimise", "evaluator": {}, "colour": 1}""", "colour")]
    public void What_the_reader_refuses_the_schema_refuses_too(string text, string member) =>
        Assert.Contains(SchemaConformance.Faults(Schema(), JsonNode.Parse(text)), fault => fault.Contains(member, StringComparison.Ordinal));

    private static JsonNode Schema() => JsonNode.Parse(ProblemSchema.Text())!;
}
