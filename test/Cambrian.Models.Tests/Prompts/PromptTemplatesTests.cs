using Cambrian.Models.Configuration;
using Cambrian.Models.Prompts;

namespace Cambrian.Models.Tests.Prompts;

public sealed class PromptTemplatesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-prompts-");

    [Fact]
    public void A_field_is_filled_in_and_a_section_without_it_left_out()
    {
        Write("fix.md", "Task: {{statement}}\n{{#feedback}}\nSaid: {{feedback}}\n{{/feedback}}\nEnd");
        var templates = PromptTemplates.Load(_folder.FullName);

        Assert.Equal("Task: pack\nSaid: no {{score}}\nEnd", templates.Fill("fix", new Dictionary<string, string> { ["statement"] = "pack", ["feedback"] = "no {{score}}", ["score"] = "1" }));
        Assert.Equal("Task: pack\nEnd", templates.Fill("fix", new Dictionary<string, string> { ["statement"] = "pack" }));
    }

    [Fact]
    public void A_file_of_the_problem_comes_before_the_shipped_one_and_the_others_stay()
    {
        Write("hints.md", "Think.");
        var (own, shipped) = (PromptTemplates.Load(_folder.FullName), PromptTemplates.Load(null));
        Assert.Equal("Think.", own["hints"]);
        Assert.All(PromptTemplates.Names.Where(name => name != "hints"), name => Assert.Equal(shipped[name], own[name]));
    }

    [Fact]
    public void The_shipped_templates_fill_in_nothing_that_there_is_not() =>
        Assert.All(PromptTemplates.Names, name =>
        {
            Write($"{name}.md", PromptTemplates.Load(null)[name]);
            Assert.DoesNotContain("{{", PromptTemplates.Load(_folder.FullName).Fill(name, PromptTemplates.Fields.ToDictionary(field => field, field => field)), StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("difff.md", "x", "is no prompt that is used; expected system.md, diff.md")]
    [InlineData("diff.md", "{{progam}}", "fills in '{{progam}}', which there is not; expected statement")]
    [InlineData("diff.md", "{{#nothing}}x{{/nothing}}", "fills in '{{nothing}}'")]
    public void What_is_mistyped_is_named(string file, string text, string expected)
    {
        Write(file, text);
        Assert.Contains(expected, Assert.Throws<ModelsException>(() => PromptTemplates.Load(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);
}
