using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Held-out scores, and the openings of the sealed cases, as rows.</summary>
internal static class HeldOutTable
{
    private static readonly string[] Names = ["split", "step", .. EvaluationColumns.Names];

    public static void Insert(SqliteConnection connection, HeldOutScore score)
    {
        var parameters = Names.Select(name => "$" + name).ToList();
        using var insert = connection.Prepare($"INSERT INTO held_out({string.Join(',', Names)}) VALUES({string.Join(',', parameters)});", parameters);
        insert.Parameters[0].Value = (int)score.Split;
        insert.Parameters[1].Value = score.Step;
        EvaluationColumns.Bind(insert.Parameters, 2, score.Evaluation);
        insert.ExecuteNonQuery();
    }

    public static List<HeldOutScore> Read(SqliteConnection connection)
    {
        List<HeldOutScore> scores = [];
        using var select = connection.Prepare($"SELECT {string.Join(',', Names)} FROM held_out ORDER BY id;", []);
        using var row = select.ExecuteReader();
        while (row.Read())
        {
            // An evaluation is always written with a held-out score.
            scores.Add(new HeldOutScore((HeldOutSplit)row.GetInt32(0), row.GetInt32(1), EvaluationColumns.Read(row, 2)!));
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
