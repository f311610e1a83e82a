using Cambrian.Core;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Cambrian.Report;

/// <summary>The difference of two artifacts, line by line, with a little of what is around it.</summary>
internal static class ArtifactDiff
{
    private const int LongestText = 200_000;

    /// <summary>The lines to show; empty when nothing differs.</summary>
    /// <param name="before">The old one.</param>
    /// <param name="after">The new one.</param>
    /// <param name="context">How many unchanged lines are shown around a change; when none are, their number is left out too.</param>
    public static IReadOnlyList<DiffLine> Between(Artifact before, Artifact after, int context = 3)
    {
        var paths = before.Files.Keys.Union(after.Files.Keys).Order(StringComparer.Ordinal).ToList();
        List<DiffLine> lines = [];
        foreach (var path in paths)
        {
            var (old, now) = (before.Files.GetValueOrDefault(path, ""), after.Files.GetValueOrDefault(path, ""));
            if (old == now)
            {
                continue;
            }

            if (paths.Count > 1)
            {
                lines.Add(new DiffLine(DiffKind.Note, path));
            }

            lines.AddRange(Lines(old, now, context));
        }

        return lines;
    }

    private static IEnumerable<DiffLine> Lines(string old, string now, int context)
    {
        if (old.Length > LongestText || now.Length > LongestText)
        {
            return [new DiffLine(DiffKind.Note, $"{old.Length} and {now.Length} characters: too long to compare here")];
        }

        var all = InlineDiffBuilder.Diff(old, now, ignoreWhiteSpace: false).Lines.ConvertAll(piece => new DiffLine(Kind(piece.Type), piece.Text ?? ""));
        return context > 0 ? Shorten(all, context) : all.Where(line => line.Kind != DiffKind.Same);
    }

    private static DiffKind Kind(ChangeType type) => type switch
    {
        ChangeType.Inserted => DiffKind.Added,
        ChangeType.Deleted => DiffKind.Removed,
        _ => DiffKind.Same,
    };

    private static IEnumerable<DiffLine> Shorten(List<DiffLine> all, int context)
    {
        var hidden = 0;
        for (var index = 0; index < all.Count; index++)
        {
            if (IsNearChange(all, index, context))
            {
                if (hidden > 0)
                {
                    yield return new DiffLine(DiffKind.Note, Unchanged(hidden));
                }

                hidden = 0;
                yield return all[index];
            }
            else
            {
                hidden++;
            }
        }

        if (hidden > 0)
        {
            yield return new DiffLine(DiffKind.Note, Unchanged(hidden));
        }
    }

    private static bool IsNearChange(List<DiffLine> all, int index, int context)
    {
        for (var near = Math.Max(0, index - context); near <= Math.Min(all.Count - 1, index + context); near++)
        {
            if (all[near].Kind != DiffKind.Same)
            {
                return true;
            }
        }

        return false;
    }

    private static string Unchanged(int lines) => lines == 1 ? "… 1 line unchanged" : $"… {lines} lines unchanged";
}
