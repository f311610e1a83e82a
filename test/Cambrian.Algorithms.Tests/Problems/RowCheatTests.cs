using Cambrian.Algorithms.Folders;

namespace Cambrian.Algorithms.Tests.Problems;

public sealed class RowCheatTests
{
    [Fact]
    public void Every_row_of_a_table_has_a_cheat_that_never_ends_and_some_that_break_its_rules()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "problems")).Select(ProblemFolder.Load).Where(folder => folder.File.Tables.Count > 0).ToList();

        Assert.InRange(folders.Count, 50, 200);
        Assert.All(folders, folder =>
        {
            Assert.Contains("Endless", folder.Cheats.Keys);
            Assert.InRange(folder.Cheats.Count, 5, 100);
        });
    }
}
