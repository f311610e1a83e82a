using System.Text;

namespace Cambrian.Repositories.Authorship;

/// <summary>Reads from a commit, as git stores it, whether it says that a program wrote it.</summary>
internal static class CommitMessage
{
    private static readonly string[] Marking = ["assisted-by", "generated-by"];

    // Addresses under which agents put themselves into commits: Claude Code, Cursor, GitHub Copilot, aider, Codex, Devin. A person's name is no statement.
    private static readonly string[] Agents =
    [
        "noreply@anthropic.com", "cursoragent@cursor.com", "198982749+Copilot@users.noreply.github.com", "noreply@aider.chat", "aider@aider.chat",
        "noreply@openai.com", "codex@openai.com", "158243242+devin-ai-integration[bot]@users.noreply.github.com",
    ];

    /// <summary>Whether it does: by a trailer Assisted-by or Generated-by, or by the address of an agent as author or co-author.</summary>
    /// <param name="commit">The commit object's content.</param>
    public static bool SaysMachine(byte[] commit)
    {
        var text = Encoding.UTF8.GetString(commit);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, message) = end < 0 ? (text, "") : (text[..end], text[(end + 2)..]);
        return head.Split('\n').Any(line => line.StartsWith("author ", StringComparison.Ordinal) && IsAgents(line))
            || Trailers(message).Any(trailer => Marking.Contains(trailer.Name) || (trailer.Name == "co-authored-by" && IsAgents(trailer.Value)));
    }

    // As git has it: trailers are lines of the message's last paragraph, which is not the first.
    private static IEnumerable<(string Name, string Value)> Trailers(string message)
    {
        var paragraphs = message.ReplaceLineEndings("\n").TrimEnd().Split("\n\n");
        return from line in paragraphs.Length > 1 ? paragraphs[^1].Split('\n') : []
               let colon = line.IndexOf(':', StringComparison.Ordinal)
               where colon > 0 && line[..colon].All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
               select (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    private static bool IsAgents(string line) => Array.Exists(Agents, address => line.Contains($"<{address}>", StringComparison.OrdinalIgnoreCase));
}
