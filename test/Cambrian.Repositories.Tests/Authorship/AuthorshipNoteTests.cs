using Cambrian.Repositories.Authorship;
using CsCheck;

namespace Cambrian.Repositories.Tests.Authorship;

public sealed class AuthorshipNoteTests
{
    // The shape of the standard's complete example, section 1.2.7: all three kinds of keys.
    private const string Mixed = """
        src/main.rs
          s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10
          h_31dce776f88375 15-20
        "src/my lib.rs"
          abcd1234abcd1234 1-4,9
        ---
        { "schema_version": "authorship/3.0.0", "base_commit_sha": "7734793b756b3921c88db5375a8c156e9532447b", "prompts": {} }
        """;

    [Theory]
    [InlineData("src/main.rs", 1, LineAuthor.Machine)]
    [InlineData("src/main.rs", 10, LineAuthor.Machine)]
    [InlineData("src/main.rs", 11, LineAuthor.Unstated)]
    [InlineData("src/main.rs", 20, LineAuthor.Person)]
    [InlineData("src/my lib.rs", 9, LineAuthor.Machine)]
    [InlineData("src/my lib.rs", 5, LineAuthor.Unstated)]
    [InlineData("src/other.rs", 1, LineAuthor.Unstated)]
    public void A_note_of_any_tool_says_who_wrote_a_line(string path, int line, LineAuthor expected) =>
        Assert.Equal(expected, AuthorshipNote.Read(Mixed)!.AuthorOf(path, line));

    [Theory]
    [InlineData("")]
    [InlineData("just a remark")]
    [InlineData("a\n  s_1 1-4\n")]
    [InlineData("a\n  s_1 4-1\n---\n{\"schema_version\": \"authorship/3.0.0\"}")]
    [InlineData("a\n  s_1 x\n---\n{\"schema_version\": \"authorship/3.0.0\"}")]
    [InlineData("a\n  s_1 1\n---\nno json")]
    [InlineData("a\n  s_1 1\n---\n{\"schema_version\": 3}")]
    [InlineData("a\n  s_1 1\n---\n[]")]
    public void What_is_no_such_note_says_nothing(string text) => Assert.Null(AuthorshipNote.Read(text));

    [Fact]
    public void What_is_written_has_the_standards_shape()
    {
        var note = AuthorshipNote.Write("7734793b756b3921c88db5375a8c156e9532447b", "run/step-3", "lines", new Dictionary<string, IReadOnlyList<(int, int)>> { ["b c.py"] = [(2, 2), (4, 9)], ["a.py"] = [(1, 3)], ["gone.py"] = [] });
        Assert.Matches("^a\\.py\n  s_[0-9a-f]{14}::t_[0-9a-f]{14} 1-3\n\"b c\\.py\"\n  s_[0-9a-f]{14}::t_[0-9a-f]{14} 2,4-9\n---\n\\{", note);
        Assert.Contains("\"base_commit_sha\": \"7734793b756b3921c88db5375a8c156e9532447b\"", note, StringComparison.Ordinal);
        Assert.Contains("\"tool\": \"cambrian\"", note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 5]).Array[1, 4].Sample(parts =>
        {
            List<(int First, int Last)> ranges = [];
            foreach (var (gap, more) in parts)
            {
                var first = (ranges.Count == 0 ? 0 : ranges[^1].Last) + gap + 1;
                ranges.Add((first, first + more));
            }

            var read = AuthorshipNote.Read(AuthorshipNote.Write("c0ffee", "x", "y", new Dictionary<string, IReadOnlyList<(int, int)>> { ["a.py"] = ranges }))!;
            return Enumerable.Range(1, ranges[^1].Last + 2).All(line =>
                read.AuthorOf("a.py", line) == (ranges.Exists(range => range.First <= line && line <= range.Last) ? LineAuthor.Machine : LineAuthor.Unstated));
        });
}
