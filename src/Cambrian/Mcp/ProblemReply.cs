using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Mcp;

/// <summary>A problem, as a client sees it.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Better">Which direction is better.</param>
internal sealed record ProblemReply(string Name, string Title, string Better)
{
    /// <summary>A problem's folder.</summary>
    public static ProblemReply Of(ProblemFolder folder) => new(folder.Problem.Name, folder.File.Title, ScoreFormat.Of(folder).Better);
}
