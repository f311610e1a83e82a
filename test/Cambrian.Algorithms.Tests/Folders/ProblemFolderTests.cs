using Cambrian.Algorithms.Folders;

namespace Cambrian.Algorithms.Tests.Folders;

public sealed class ProblemFolderTests : IDisposable
{
    private const string File = """{"title": "t", "direction": "minimise", "evaluator": {"file": "evaluator.cs", "entry": "Rule.Priority"}}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-problem-");

    [Fact]
    public void A_folder_that_is_not_there_is_refused_with_a_way_on()
    {
        var refusal = Assert.Throws<ProblemFolderException>(() => ProblemFolder.Load(Path.Combine(_folder.FullName, "nowhere")));

        Assert.Contains("cambrian new", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Write("problem.json", File);
        Assert.Contains("seed/", Refusal(), StringComparison.Ordinal);

        Write("seed/Rule.cs", "class Rule;");
        Assert.Contains("evaluator.cs", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cheat_is_the_seed_with_the_cheats_files_laid_over_it()
    {
        Write("problem.json", File);
        Write("evaluator.cs", "");
        Write("seed/Rule.cs", "seed");
        Write("seed/sub/Other.cs", "other");
        Write("cheats/Liar.cs", "liar");
        Write("cheats/Thief/sub/Other.cs", "thief");

        var folder = ProblemFolder.Load(_folder.FullName);

        Assert.Equal(["Liar", "Thief"], folder.Cheats.Keys);
        Assert.Equal(("liar", "other"), (folder.Cheats["Liar"].Files["Rule.cs"], folder.Cheats["Liar"].Files["sub/Other.cs"]));
        Assert.Equal(("seed", "thief"), (folder.Cheats["Thief"].Files["Rule.cs"], folder.Cheats["Thief"].Files["sub/Other.cs"]));
    }

    [Theory]
    [InlineData("problem.json")]
    [InlineData("statement.md")]
    [InlineData("seed/Rule.cs")]
    [InlineData("seed/__pycache__/x.pyc")]
    [InlineData("cheats/Liar.cs")]
    public void What_is_no_text_is_refused_with_its_line_rather_than_changed(string path)
    {
        Write("problem.json", File);
        Write("evaluator.cs", "");
        Write("seed/Rule.cs", "seed");
        Write(path, "first\nsecond ");
        System.IO.File.AppendAllBytes(Path.Combine(_folder.FullName, path), [0xE9, 0x0A]);

        Assert.Contains($"{path}, line 2: byte 0xE9 is not UTF-8", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        Write("problem.json", "\uFEFF" + File);
        Write("evaluator.cs", "");
        Write("seed/Rule.cs", "\uFEFFseed");

        Assert.Equal("seed", ProblemFolder.Load(_folder.FullName).Seed.Files["Rule.cs"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusal() => Assert.Throws<ProblemFolderException>(() => ProblemFolder.Load(_folder.FullName)).Message;

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }
}
