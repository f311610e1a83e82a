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

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusal() => Assert.Throws<ProblemFolderException>(() => ProblemFolder.Load(_folder.FullName)).Message;

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }
}
