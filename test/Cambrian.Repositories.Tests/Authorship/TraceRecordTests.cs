using System.Text.Json;
using Cambrian.Repositories.Authorship;

namespace Cambrian.Repositories.Tests.Authorship;

public sealed class TraceRecordTests
{
    private static readonly TraceRecord Written = new()
    {
        Revision = "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0",
        Time = DateTimeOffset.UnixEpoch,
        Model = "cambrian/lines",
        Lines = new Dictionary<string, IReadOnlyList<(int, int)>> { ["src/a.py"] = [(3, 4), (9, 9)] },
    };

    [Fact]
    public void A_record_has_what_the_specification_requires()
    {
        using var json = JsonDocument.Parse(Written.ToJson());
        var root = json.RootElement;
        Assert.Equal("0.1.0", root.GetProperty("version").GetString());
        Assert.True(root.GetProperty("id").TryGetGuid(out _));
        Assert.True(root.GetProperty("timestamp").TryGetDateTimeOffset(out _));
        Assert.Equal("git", root.GetProperty("vcs").GetProperty("type").GetString());
        var conversation = root.GetProperty("files")[0].GetProperty("conversations")[0];
        Assert.Equal("ai", conversation.GetProperty("contributor").GetProperty("type").GetString());
        Assert.Equal((3, 4), (conversation.GetProperty("ranges")[0].GetProperty("start_line").GetInt32(), conversation.GetProperty("ranges")[0].GetProperty("end_line").GetInt32()));
        Assert.Equal(Written.ToJson(), (Written with { }).ToJson());
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var stated = Read(Written.ToJson());
        Assert.Equal([LineAuthor.Unstated, LineAuthor.Machine, LineAuthor.Machine, LineAuthor.Unstated, LineAuthor.Machine], new[] { 2, 3, 4, 5, 9 }.Select(line => stated.AuthorOf("src/a.py", line)));
    }

    [Fact]
    public void A_range_of_its_own_contributor_counts_before_the_conversations()
    {
        var stated = Read("""
            {"version":"0.1.0","id":"x","timestamp":"y","vcs":{"type":"git","revision":"abc"},"files":[{"path":"f","conversations":[
            {"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":2},{"start_line":3,"end_line":3,"contributor":{"type":"human"}},{"start_line":4,"end_line":4,"contributor":{"type":"mixed"}}]}]}]}
            """.ReplaceLineEndings(""));
        Assert.Equal([LineAuthor.Machine, LineAuthor.Machine, LineAuthor.Person, LineAuthor.Mixed], Enumerable.Range(1, 4).Select(line => stated.AuthorOf("f", line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"vcs\":{\"type\":\"git\",\"revision\":\"abc\"},\"files\":3}")]
    [InlineData("{\"vcs\":{\"type\":\"hg\",\"revision\":\"abc\"},\"files\":[]}")]
    public void What_is_no_record_says_nothing(string line) => Assert.Equal(LineAuthor.Unstated, Read(line).AuthorOf("f", 1));

    private static StatedRanges Read(string line)
    {
        var stated = new StatedRanges();
        TraceRecord.Read(line, _ => stated);
        return stated;
    }
}
