using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Store;

/// <summary>A step as the columns of its table.</summary>
internal static class StepColumns
{
    public const int Child = 4;
    public const int Artifact = 6;
    public const int Link = 21;

    private const int HashLength = 32;
    private const int FirstOfEvaluation = 7;
    private const int Admitted = 17;

    public static readonly string[] Names =
    [
        "number", "parents", "parent_score", "origin", "child", "length", "artifact", .. EvaluationColumns.Names, "admitted", "reason", "effort", "elapsed_ticks", "link",
    ];

    public static void Bind(Statement statement, Step step, long? artifact, ReadOnlySpan<byte> link)
    {
        statement.Bind(0, step.Number);
        statement.BindText(1, step.Parents.Count == 0 ? "" : string.Join(',', step.Parents));
        statement.Bind(2, step.ParentScore);
        TextColumn.Bind(statement, 3, step.Origin);
        Bind(statement, step.Child, artifact);
        EvaluationColumns.Bind(statement, FirstOfEvaluation, step.Evaluation);
        statement.Bind(Admitted, step.Verdict.Admitted ? 1 : 0);
        TextColumn.Bind(statement, Admitted + 1, step.Verdict.Reason);
        statement.Bind(Admitted + 2, step.Effort);
        statement.Bind(Admitted + 3, step.Elapsed.Ticks);
        statement.Bind(Link, link);
    }

    /// <summary>The step of a row.</summary>
    /// <param name="row">All columns, in the order of <see cref="Names"/>.</param>
    /// <param name="files">Fetches the files of an artifact by its row and hash.</param>
    public static Step Read(Statement row, Func<long, string, IEnumerable<KeyValuePair<string, string>>> files) => new()
    {
        Number = (int)row.Whole(0),
        Parents = Parents(row.Text(1)),
        ParentScore = EvaluationColumns.Number(row, 2),
        Origin = TextColumn.Read(row, 3),
        Child = row.IsNull(Child) ? null : Deferred(row, files),
        Evaluation = EvaluationColumns.Read(row, FirstOfEvaluation),
        Verdict = Verdict(row),
        Effort = EvaluationColumns.Number(row, Admitted + 2),
        Elapsed = TimeSpan.FromTicks(row.Whole(Admitted + 3)),
    };

    private static void Bind(Statement statement, Artifact? child, long? artifact)
    {
        if (child is null || artifact is not { } id)
        {
            statement.BindNull(Child);
            statement.BindNull(Child + 1);
            statement.BindNull(Artifact);
            return;
        }

        Span<byte> hash = stackalloc byte[HashLength];
        Convert.FromHexString(child.Id, hash, out _, out var written);
        statement.Bind(Child, hash[..written]);
        statement.Bind(Child + 1, child.Length);
        statement.Bind(Artifact, id);
    }

    private static Artifact Deferred(Statement row, Func<long, string, IEnumerable<KeyValuePair<string, string>>> files)
    {
        var artifact = row.Whole(Artifact);
        return Core.Artifact.Deferred(Convert.ToHexStringLower(row.Bytes(Child)), (int)row.Whole(Child + 1), hash => files(artifact, hash));
    }

    private static Verdict Verdict(Statement row)
    {
        var (admitted, reason) = (row.Whole(Admitted) != 0, TextColumn.Read(row, Admitted + 1));
        return admitted && reason == "admitted" ? Core.Verdict.Admit() : new Verdict(admitted, reason);
    }

    private static int[] Parents(string text) =>
        text.Length == 0 ? [] : Array.ConvertAll(text.Split(','), parent => int.Parse(parent, NumberStyles.None, CultureInfo.InvariantCulture));
}
