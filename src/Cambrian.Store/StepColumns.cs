using System.Globalization;
using Cambrian.Core;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>A step as the columns of its table.</summary>
internal static class StepColumns
{
    public const int Child = 4;
    public const int Artifact = 6;
    public const int Link = 20;

    private const int FirstOfEvaluation = 7;
    private const int Admitted = 17;

    public static readonly string[] Names =
    [
        "number", "parents", "parent_score", "origin", "child", "length", "artifact", .. EvaluationColumns.Names, "admitted", "reason", "elapsed_ticks", "link",
    ];

    public static void Bind(SqliteParameterCollection parameters, Step step, long? artifact, byte[] link)
    {
        parameters[0].Value = step.Number;
        parameters[1].Value = step.Parents.Count == 0 ? "" : string.Join(',', step.Parents);
        parameters[2].Value = EvaluationColumns.Number(step.ParentScore);
        parameters[3].Value = TextColumn.Bind(step.Origin);
        parameters[Child].Value = step.Child is { } child ? Convert.FromHexString(child.Id) : DBNull.Value;
        parameters[5].Value = step.Child is { Length: var length } ? length : DBNull.Value;
        parameters[Artifact].Value = artifact is { } id ? id : DBNull.Value;
        EvaluationColumns.Bind(parameters, FirstOfEvaluation, step.Evaluation);
        parameters[Admitted].Value = step.Verdict.Admitted ? 1 : 0;
        parameters[Admitted + 1].Value = TextColumn.Bind(step.Verdict.Reason);
        parameters[Admitted + 2].Value = step.Elapsed.Ticks;
        parameters[Link].Value = link;
    }

    /// <summary>The step of a row.</summary>
    /// <param name="row">All columns, in the order of <see cref="Names"/>.</param>
    /// <param name="files">Fetches the files of an artifact by its row and hash.</param>
    public static Step Read(SqliteDataReader row, Func<long, string, IEnumerable<KeyValuePair<string, string>>> files) => new()
    {
        Number = row.GetInt32(0),
        Parents = Parents(row.GetString(1)),
        ParentScore = EvaluationColumns.Number(row, 2),
        Origin = TextColumn.Read(row, 3),
        Child = row.IsDBNull(Child) ? null : Deferred(row, files),
        Evaluation = EvaluationColumns.Read(row, FirstOfEvaluation),
        Verdict = Verdict(row),
        Elapsed = TimeSpan.FromTicks(row.GetInt64(Admitted + 2)),
    };

    private static Artifact Deferred(SqliteDataReader row, Func<long, string, IEnumerable<KeyValuePair<string, string>>> files)
    {
        var artifact = row.GetInt64(Artifact);
        return Core.Artifact.Deferred(Convert.ToHexStringLower(row.GetFieldValue<byte[]>(Child)), row.GetInt32(5), hash => files(artifact, hash));
    }

    private static Verdict Verdict(SqliteDataReader row)
    {
        var (admitted, reason) = (row.GetInt32(Admitted) != 0, TextColumn.Read(row, Admitted + 1));
        return admitted && reason == "admitted" ? Core.Verdict.Admit() : new Verdict(admitted, reason);
    }

    private static int[] Parents(string text) =>
        text.Length == 0 ? [] : Array.ConvertAll(text.Split(','), parent => int.Parse(parent, NumberStyles.None, CultureInfo.InvariantCulture));
}
