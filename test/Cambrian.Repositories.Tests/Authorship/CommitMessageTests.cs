using System.Text;
using Cambrian.Repositories.Authorship;

namespace Cambrian.Repositories.Tests.Authorship;

public sealed class CommitMessageTests
{
    private const string Head = "tree 0\nauthor Ada <ada@example.org> 0 +0000\ncommitter Ada <ada@example.org> 0 +0000\n\n";

    [Theory]
    [InlineData("Faster\n\nAssisted-by: Claude:claude-opus-4-6 sparse\n", true)]
    [InlineData("Faster\n\nWhy.\n\nSigned-off-by: Ada <ada@example.org>\nassisted-by: x\n", true)]
    [InlineData("Faster\n\nGenerated-by: Cursor\n", true)]
    [InlineData("Faster\n\nCo-Authored-By: Claude Opus <noreply@anthropic.com>\n", true)]
    [InlineData("Faster\n\nCo-authored-by: Claude Shannon <claude@example.org>\n", false)]
    [InlineData("Assisted-by: nobody, this is the subject\n", false)]
    [InlineData("Faster\n\nAssisted-by: x\n\nBut that is not the last paragraph.\n", false)]
    [InlineData("Faster\n", false)]
    [InlineData("", false)]
    public void Trailers_say_that_a_machine_wrote_it(string message, bool expected) =>
        Assert.Equal(expected, CommitMessage.SaysMachine(Encoding.UTF8.GetBytes(Head + message)));

    [Fact]
    public void An_agents_address_as_the_author_says_so_too() =>
        Assert.True(CommitMessage.SaysMachine(Encoding.UTF8.GetBytes(Head.Replace("author Ada <ada@example.org>", "author Cursor Agent <cursoragent@cursor.com>", StringComparison.Ordinal) + "Faster\n")));
}
