using Cambrian.Algorithms.Folders;

namespace Cambrian.Algorithms.Tests.Folders;

public sealed class ProblemLayersTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("cambrian-layers-");

    public ProblemLayersTests()
    {
        Write("base/problem.json", """
            {
              "title": "sixteen", "direction": "minimise", "unit": "ratio", "bound": 1, "known": [{ "name": "n", "value": 12, "source": "s" }],
              "evaluator": { "file": "evaluator.cs", "entry": "Construction.Construct", "check": "check.cs", "timeLimit": 20 },
              "toolbox": ["Some.Tool"]
            }
            """);
        Write("base/statement.md", "the task");
        Write("base/evaluator.cs", "base evaluator");
        Write("base/check.cs", "base check");
        Write("base/seed/Construction.cs", "base seed");
        Write("base/cheats/Liar.cs", "liar");
        Write("base/cheats/Thief.cs", "thief");
        Write("base/data/case.json", "base case");
        Write("base/README.md", "about sixteen");
        Write("second/problem.json", """{ "extends": "../base", "title": "fourteen", "evaluator": { "timeLimit": 5 }, /* more */ "toolbox": [] }""");
        Write("second/cheats/Liar.cs", "other liar");
        Write("second/data/case.json", "second case");
    }

    [Fact]
    public void What_is_absent_comes_from_the_folder_below()
    {
        var folder = Load("second");

        Assert.Equal("the task", folder.Problem.Statement);
        Assert.Equal("base seed", folder.Seed.Files["Construction.cs"]);
        Assert.Equal(["other liar", "thief"], folder.Cheats.Values.Select(cheat => cheat.Files["Construction.cs"]));
        Assert.Equal(Full("base/evaluator.cs"), folder.Find("evaluator.cs"));
        Assert.Equal(("Construction.Construct", "check.cs", 5.0), (folder.File.Evaluator.Entry, folder.File.Evaluator.Check, folder.File.Evaluator.TimeLimit));
        Assert.Equal(("ratio", 0), (folder.File.Unit, folder.File.Toolbox.Count));
    }

    [Fact]
    public void What_belongs_to_one_instance_does_not()
    {
        Write("third/problem.json", """{ "extends": "../second", "title": "three" }""");
        var folder = Load("third");

        Assert.Equal(("three", null, 0), (folder.File.Title, folder.File.Bound, folder.File.Known.Count));
        Assert.Equal([Full("second"), Full("base")], folder.Bases);
        Assert.False(File.Exists(folder.Find("data/case.json")));
        Assert.False(File.Exists(folder.Find("README.md")));
    }

    [Fact]
    public void A_copy_stands_by_itself()
    {
        var folder = Load("second");
        folder.CopyTo(Full("copy/second"), _ => true);
        Directory.Delete(Full("base"), recursive: true);
        var copy = Load("copy/second");

        Assert.Empty(copy.Bases);
        Assert.Null(copy.File.Extends);
        Assert.Equal(folder.File.Evaluator.Entry, copy.File.Evaluator.Entry);
        Assert.Equal(folder.Seed.Id, copy.Seed.Id);
        Assert.Equal("second case", File.ReadAllText(copy.Find("data/case.json")));
        Assert.False(File.Exists(copy.Find("README.md")));
    }

    [Fact]
    public void A_folder_that_extends_nothing_is_copied_byte_for_byte()
    {
        Load("base").CopyTo(Full("copy/base"), folder => Path.GetFileName(folder) != "cheats");

        Assert.Equal(File.ReadAllBytes(Full("base/problem.json")), File.ReadAllBytes(Full("copy/base/problem.json")));
        Assert.False(Directory.Exists(Full("copy/base/cheats")));
    }

    [Theory]
    [InlineData("../nowhere", "'extends' is '../nowhere', but")]
    [InlineData(".", "'extends' leads back to")]
    [InlineData("../second", "loop extends second extends loop")]
    public void A_link_that_leads_nowhere_is_refused_with_what_to_do(string link, string expected)
    {
        Write("loop/problem.json", $$"""{ "extends": "{{link}}", "title": "t" }""");
        Write("second/problem.json", """{ "extends": "../loop", "title": "t" }""");

        var refusal = Assert.Throws<ProblemFolderException>(() => Load("loop")).Message;

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_the_members_says_that_two_files_were_read()
    {
        Write("second/problem.json", """{ "extends": "../base", "title": "t", "direction": "upwards" }""");

        Assert.Contains($"with what it takes from {Full("base")}", Assert.Throws<ProblemFolderException>(() => Load("second")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_alone_is_read_with_what_it_takes_from_below() =>
        Assert.Equal("evaluator.cs", ProblemFileReader.Read(Full("second/problem.json")).Evaluator.File);

    [Fact]
    public void A_file_that_no_layer_has_is_named_with_all_places()
    {
        File.Delete(Full("base/check.cs"));

        Assert.Contains($"'check.cs', but {Full("second")} and {Full("base")} have no such file", Assert.Throws<ProblemFolderException>(() => Load("second")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private ProblemFolder Load(string folder) => ProblemFolder.Load(Full(folder));

    private string Full(string path) => Path.Combine(_place.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
