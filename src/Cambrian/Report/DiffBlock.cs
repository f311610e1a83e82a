using Cambrian.Core;

namespace Cambrian.Report;

/// <summary>The difference of two artifacts as a block of lines.</summary>
internal static class DiffBlock
{
    /// <summary>The block; a remark when nothing differs.</summary>
    public static Markup Of(Artifact before, Artifact after)
    {
        var lines = ArtifactDiff.Between(before, after);
        return lines.Count == 0
            ? Markup.Of($"<p class=\"remark\">No difference.</p>")
            : Markup.Of($"<pre class=\"diff\"><code>{lines.Select(Line)}</code></pre>");
    }

    private static Markup Line(DiffLine line) => line.Kind switch
    {
        DiffKind.Added => Markup.Of($"<ins>+ {line.Text}\n</ins>"),
        DiffKind.Removed => Markup.Of($"<del>- {line.Text}\n</del>"),
        DiffKind.Note => Markup.Of($"<i>{line.Text}\n</i>"),
        _ => Markup.Of($"<span>  {line.Text}\n</span>"),
    };
}
