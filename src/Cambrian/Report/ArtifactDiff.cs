using Cambrian.Core;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Cambrian.Report;

/// <summary>The difference of two artifacts, line by line, with a little of what is around it.</summary>
internal static class ArtifactDiff
{
    private const int Context = 3;
    private const int LongestText = 200_000;

    /// <summary>The lines to show; empty when nothing differs.</summary>
    public static IReadOnlyList<DiffLine> Between(Artifact before, Artifact after)
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

            lines.AddRange(Between(old, now));
        }

        return lines;
    }

    private static IEnumerable<DiffLine> Between(string old, string now)
    {
        if (old.Length > LongestText || now.Length > LongestText)
        {
            return [new DiffLine(DiffKind.Note, $"{old.Length} and {now.Length} characters: too long to compare here")];
        }

        var all = InlineDiffBuilder.Diff(old, now).Lines.ConvertAll(piece => new DiffLine(Kind(piece.Type), piece.Text ?? ""));
        return Shorten(all);
    }

    private static DiffKind Kind(ChangeType type) => type switch
    {
        ChangeType.Inserted => DiffKind.Added,
        ChangeType.Deleted => DiffKind.Removed,
        _ => DiffKind.Same,
    };

    private static IEnumerable<DiffLine> Shorten(List<DiffLine> all)
    {
        var hidden = 0;
        for (var index = 0; index < all.Count; index++)
        {
            if (IsNearChange(all, index))
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

    private static bool IsNearChange(List<DiffLine> all, int index)
    {
        for (var near = Math.Max(0, index - Context); near <= Math.Min(all.Count - 1, index + Context); near++)
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
