using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Held-out scores, and the openings of the sealed cases, as rows.</summary>
internal static class HeldOutTable
{
    private static readonly string[] Names = ["split", "step", .. EvaluationColumns.Names];

    public static void Insert(SqliteConnection connection, HeldOutScore score)
    {
        using var insert = new Statement(connection, $"INSERT INTO held_out({string.Join(',', Names)}) VALUES({string.Join(',', Names.Select(_ => '?'))});");
        insert.Bind(0, (int)score.Split);
        insert.Bind(1, score.Step);
        EvaluationColumns.Bind(insert, 2, score.Evaluation);
        insert.Run();
    }

    public static List<HeldOutScore> Read(SqliteConnection connection)
    {
        List<HeldOutScore> scores = [];
        using var row = new Statement(connection, $"SELECT {string.Join(',', Names)} FROM held_out ORDER BY id;");
        while (row.Read())
        {
            // An evaluation is always written with a held-out score.
            scores.Add(new HeldOutScore((HeldOutSplit)row.Whole(0), (int)row.Whole(1), EvaluationColumns.Read(row, 2)!));
        }

        return scores;
    }

    public static void InsertOpening(SqliteConnection connection, int step, DateTimeOffset opened)
    {
        using var insert = connection.Prepare("INSERT INTO openings(step, opened) VALUES($step, $opened);", ["$step", "$opened"]);
        insert.Parameters[0].Value = step;
        insert.Parameters[1].Value = opened.ToString("O", CultureInfo.InvariantCulture);
        insert.ExecuteNonQuery();
    }
}
