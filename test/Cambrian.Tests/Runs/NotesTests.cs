using Cambrian.Runs;

namespace Cambrian.Tests.Runs;

public sealed class NotesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public NotesTests() => SquareProblem.Write(_scratch);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_note_is_told_with_the_statement_and_the_run_goes_on_as_the_same()
    {
        await _scratch.TypeAsync("run", "square", "--steps", "2", "--out", "run");

        Assert.Equal(0, (await _scratch.TypeAsync("note", "run", "a product\nis enough")).Code);
        Assert.Equal(0, (await _scratch.TypeAsync("note", "run", "no loops")).Code);
        var (code, _, error) = await _scratch.TypeAsync("resume", "run", "--steps", "4");

        Assert.Equal((0, ""), (code, error));
        using var record = RunRecord.OpenToRead(_scratch["run"]);
        Assert.Equal("Square the number.\n\nA person who follows this run notes:\n- a product is enough\n- no loops", record.Folder.Problem.Statement);
    }

    [Fact]
    public async Task A_note_says_something()
    {
        await _scratch.TypeAsync("run", "square", "--steps", "1", "--out", "run");

        var (code, _, error) = await _scratch.TypeAsync("note", "run", " ");

        Assert.NotEqual(0, code);
        Assert.Contains("The note is empty", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch["run/notes.md"]));
    }
}
