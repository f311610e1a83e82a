using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>Published values, as something to compare with.</summary>
internal static class KnownValues
{
    /// <summary>The best published value; null when the problem names none.</summary>
    public static KnownValueSection? Best(ProblemFile file) => Ranked(file).FirstOrDefault();

    /// <summary>The published values that count, the best first.</summary>
    public static IEnumerable<KnownValueSection> Ranked(ProblemFile file) => file.Direction == Direction.Minimise
        ? file.Known.Where(known => known.Refuted is null).OrderBy(known => known.Value)
        : file.Known.Where(known => known.Refuted is null).OrderByDescending(known => known.Value);

    /// <summary>How a score compares with a published one, in words; both in the problem's own direction.</summary>
    public static string Compare(ProblemFile file, double score, KnownValueSection known)
    {
        var ahead = file.Direction == Direction.Minimise ? known.Value - score : score - known.Value;
        var name = $"{PlainText.Line(known.Name, 60)} ({ScoreFormat.Number(known.Value)})";
        return ahead switch
        {
            > 0 => $"better than {name} by {ScoreFormat.Number(ahead)}",
            < 0 => $"behind {name} by {ScoreFormat.Number(-ahead)}",
            0 => $"equal to {name}",
            _ => $"not comparable with {name}",
        };
    }
}
