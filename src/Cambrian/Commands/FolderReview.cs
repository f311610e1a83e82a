using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>What can be said about a problem folder without running anything.</summary>
internal static class FolderReview
{
    private const string Start = "EVOLVE-BLOCK-START";
    private const string End = "EVOLVE-BLOCK-END";

    /// <summary>Everything worth saying.</summary>
    public static IEnumerable<Remark> Of(ProblemFolder folder)
    {
        foreach (var (path, text) in folder.Seed.Files)
        {
            var (starts, ends) = (Count(text, Start), Count(text, End));
            if (starts != ends)
            {
                yield return Remark.Advice($"seed/{path} has {starts} {Start} and {ends} {End}: every start needs an end, else more may change than is meant.");
            }
        }

        if (folder.Seed.Files.Values.All(text => Count(text, Start) == 0))
        {
            yield return Remark.Advice($"The seed has no {Start} … {End} comments, so the search may change all of it.");
        }

        if (folder.Peer is { } peer)
        {
            foreach (var line in PeerText.Lines(peer))
            {
                yield return Remark.Advice(line);
            }

            yield break;
        }

        foreach (var remark in OfConstructions(folder))
        {
            yield return remark;
        }

        if (!File.Exists(folder.Find("statement.md")))
        {
            yield return Remark.Advice("There is no statement.md: the task in words, for people and models.");
        }

        if (folder.Cheats.Count == 0)
        {
            yield return Remark.Advice("There is no cheats/ folder: programs that try to fool the evaluator would show whether its scores can be trusted.");
        }

        if (folder.File.Evaluator is { IsCSharp: false, Score.Count: 0 })
        {
            yield return Remark.Advice("The evaluator's 'run' prints the score beside the candidate, which could print one of its own. A second program in 'score' would only get the answer.");
        }
    }

    private static IEnumerable<Remark> OfConstructions(ProblemFolder folder)
    {
        if (folder.Bases.Count > 0)
        {
            yield return Remark.Good($"what is absent here comes from {string.Join(", then ", folder.Bases)}");
        }

        if (folder.File is { Tables.Count: > 0, Evaluator.Check: null })
        {
            yield return Remark.Advice("It is a row of a table without a second verifier. One in 'evaluator.check' would have to agree on every new best: see docs/constructions.md.");
        }
    }

    private static int Count(string text, string mark) => text.Split(mark).Length - 1;
}
