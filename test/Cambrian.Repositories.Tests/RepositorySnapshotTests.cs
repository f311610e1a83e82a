using System.Formats.Tar;

namespace Cambrian.Repositories.Tests;

public sealed class RepositorySnapshotTests : IDisposable
{
    private readonly PersonsRepository _repository = new();

    public RepositorySnapshotTests()
    {
        _repository.Write("src/deep/er/a.py", "a = 1\n");
        _repository.Write("src/b.py", "b = 1\n");
        _repository.Write("src/test_b.py", "assert True\n");
        _repository.Write("src/c.txt", "c\n");
        _repository.Write("tests/t.py", "assert True\n");
        _repository.Write("run.sh", "#!/bin/sh\n");
        _repository.MakeExecutable("run.sh");
        File.CreateSymbolicLink(_repository["link"], "/etc/passwd");
        File.WriteAllBytes(_repository["image.png"], [0x89, 0x50, 0, 0xFF]);
        _repository.Commit("Begin");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("src/**/*.py", "src/b.py src/deep/er/a.py")]
    [InlineData("src/*.py", "src/b.py")]
    [InlineData("src", "src/b.py src/c.txt src/deep/er/a.py")]
    [InlineData("**/?.py", "src/b.py src/deep/er/a.py")]
    [InlineData("src/c.txt", "src/c.txt")]
    public async Task Patterns_say_what_may_change_and_tests_may_not(string evolve, string expected) =>
        Assert.Equal(expected.Split(' '), (await TakeAsync(new RepositorySelection { Evolve = [evolve] })).Evolvable.Files.Keys);

    [Fact]
    public async Task What_is_protected_stays_so_whatever_is_to_evolve()
    {
        var snapshot = await TakeAsync(new RepositorySelection { Evolve = ["**/*.py"], Protect = ["src/deep", "tests/t.py"] });
        Assert.Equal(["src/b.py", "src/test_b.py"], snapshot.Evolvable.Files.Keys);
    }

    [Fact]
    public async Task Only_what_is_committed_counts()
    {
        var selection = new RepositorySelection { Evolve = ["src"] };
        var before = await TakeAsync(selection);
        _repository.Write("src/b.py", "b = 2\n");
        _repository.Write("src/new.py", "n = 1\n");
        _repository.Git("add", "src/new.py");

        Assert.Equal(before.Evolvable, (await TakeAsync(selection)).Evolvable);
    }

    [Theory]
    [InlineData("HEAD", "nothing/**", "fit no committed file")]
    [InlineData("HEAD", "tests/**", "all of which are protected")]
    [InlineData("HEAD", "image.png", "is no UTF-8 text")]
    [InlineData("HEAD", "link", "fit no committed file")]
    [InlineData("gone", "src", "There is no commit 'gone'")]
    [InlineData("--all", "src", "There is no commit '--all'")]
    public async Task What_cannot_be_used_is_explained(string commit, string evolve, string expected)
    {
        using var git = await Git.OpenAsync(_repository.Folder, TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<RepositoryException>(() => RepositorySnapshot.TakeAsync(git, commit, new RepositorySelection { Evolve = [evolve] }, TestContext.Current.CancellationToken));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_explained()
    {
        var folder = Directory.CreateTempSubdirectory();
        var fault = await Assert.ThrowsAsync<RepositoryException>(() => Git.OpenAsync(folder.FullName, TestContext.Current.CancellationToken));
        folder.Delete();
        Assert.Contains("is not a Git repository", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_holds_the_tree_with_its_links_and_modes_and_is_equal_for_equal_trees()
    {
        var (one, other) = (_repository[".git/one.tar"], _repository[".git/other.tar"]);
        (await TakeAsync(new RepositorySelection { Evolve = ["src"] })).WriteArchive(one);
        (await TakeAsync(new RepositorySelection { Evolve = ["**/*.py"] })).WriteArchive(other);
        Assert.Equal(await File.ReadAllBytesAsync(one, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(other, TestContext.Current.CancellationToken));

        Dictionary<string, TarEntry> entries = [];
        await using var stream = File.OpenRead(one);
        await using var reader = new TarReader(stream);
        while (await reader.GetNextEntryAsync(copyData: true, TestContext.Current.CancellationToken) is { } entry)
        {
            entries[entry.Name] = entry;
        }

        Assert.Equal(8, entries.Count);
        Assert.Equal((TarEntryType.SymbolicLink, "/etc/passwd"), (entries["link"].EntryType, entries["link"].LinkName));
        Assert.True(entries["run.sh"].Mode.HasFlag(UnixFileMode.UserExecute));
        Assert.False(entries["src/b.py"].Mode.HasFlag(UnixFileMode.UserExecute));
        Assert.Equal(4, entries["image.png"].Length);
    }

    private async Task<RepositorySnapshot> TakeAsync(RepositorySelection selection)
    {
        using var git = await Git.OpenAsync(_repository.Folder, TestContext.Current.CancellationToken);
        return await RepositorySnapshot.TakeAsync(git, "HEAD", selection, TestContext.Current.CancellationToken);
    }
}
