using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Decisions as rows, each with a link over itself, what it was made on, and all decisions before it.</summary>
internal static class DecisionTable
{
    private static readonly string[] Names = ["kind", "step", "version", "level", "by", "reason", "figures", "at", "due", "steps", "held_out", "link"];

    public static void Append(SqliteConnection connection, Decision decision, DecisionBasis basis)
    {
        var link = LinkOf(connection, Head(connection), decision, basis, HeldOutTable.Read(connection));
        using var insert = new Statement(connection, $"INSERT INTO decisions({string.Join(',', Names)}) VALUES({string.Join(',', Names.Select(_ => '?'))});");
        insert.Bind(0, (int)decision.Kind);
        insert.Bind(1, decision.Step);
        insert.BindText(2, decision.Version);
        insert.Bind(3, decision.Level);
        TextColumn.Bind(insert, 4, decision.By);
        TextColumn.Bind(insert, 5, decision.Reason);
        EvaluationColumns.BindMetrics(insert, 6, decision.Figures);
        insert.BindText(7, decision.At.ToString("O", CultureInfo.InvariantCulture));
        if (decision.Due is { } due)
        {
            insert.BindText(8, due.ToString("O", CultureInfo.InvariantCulture));
        }

        insert.Bind(9, basis.Steps);
        insert.Bind(10, basis.HeldOut);
        insert.Bind(11, link);
        insert.Run();
    }

    public static List<Decision> Read(SqliteConnection connection) => [.. Rows(connection).Select(row => row.Decision)];

    /// <summary>The last link; before the first decision a hash of what the run is about.</summary>
    public static byte[] Head(SqliteConnection connection)
    {
        using var last = connection.Prepare("SELECT link FROM decisions ORDER BY id DESC LIMIT 1;", []);
        return last.ExecuteScalar() as byte[] ?? Origin(connection);
    }

    /// <summary>The first decision that is not what was recorded.</summary>
    public static StepFault? FirstFault(SqliteConnection connection)
    {
        var (link, number) = (Origin(connection), 0);
        try
        {
            var scores = HeldOutTable.Read(connection);
            foreach (var row in Rows(connection))
            {
                number++;
                link = LinkOf(connection, link, row.Decision, row.Basis, scores);
                if (!link.AsSpan().SequenceEqual(row.Link))
                {
                    return new StepFault(row.Decision.Step, $"decision {number}, '{row.Decision.Kind}', does not match its hash: it, or what it was made on, was changed after it was recorded");
                }
            }

            return null;
        }
        catch (Exception unreadable) when (StoreException.MeansDamage(unreadable))
        {
            return new StepFault(0, $"decision {number + 1} cannot be checked: {unreadable.Message}");
        }
    }

    private static List<(Decision Decision, DecisionBasis Basis, byte[] Link)> Rows(SqliteConnection connection)
    {
        List<(Decision, DecisionBasis, byte[])> rows = [];
        using var row = new Statement(connection, $"SELECT {string.Join(',', Names)} FROM decisions ORDER BY id;");
        while (row.Read())
        {
            var decision = new Decision
            {
                Kind = (DecisionKind)row.Whole(0),
                Step = (int)row.Whole(1),
                Version = row.Text(2),
                Level = (int)row.Whole(3),
                By = TextColumn.Read(row, 4),
                Reason = TextColumn.Read(row, 5),
                Figures = EvaluationColumns.ReadMetrics(row, 6),
                At = Time(row.Text(7)),
                Due = row.IsNull(8) ? null : Time(row.Text(8)),
            };
            rows.Add((decision, new DecisionBasis((int)row.Whole(9), (int)row.Whole(10)), row.Bytes(11).ToArray()));
        }

        return rows;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    // The first link covers the run's description, so that no mandate can be put under it afterwards.
    private static byte[] Origin(SqliteConnection connection) => Hash(content =>
    {
        using var select = connection.Prepare("SELECT name, value FROM run ORDER BY name;", []);
        using var row = select.ExecuteReader();
        while (row.Read())
        {
            content.Write(row.GetString(0));
            content.Write(row.GetString(1));
        }
    });

    private static byte[] LinkOf(SqliteConnection connection, byte[] previous, Decision decision, DecisionBasis basis, List<HeldOutScore> scores) => Hash(content =>
    {
        content.Write(previous);
        content.Write(basis.Steps);
        content.Write(basis.LinkOfSteps(connection));
        content.Write(basis.HeldOut);
        content.Write(basis.HashOfHeldOut(scores));
        content.Write((int)decision.Kind);
        content.Write(decision.Step);
        content.Write(decision.Version);
        content.Write(decision.Level);
        content.Write(decision.By);
        content.Write(decision.Reason);
        content.Write(decision.Figures.Count);
        foreach (var (name, value) in decision.Figures)
        {
            content.Write(name);
            content.Write(value);
        }

        content.Write(decision.At.UtcTicks);
        content.Write(decision.Due?.UtcTicks ?? 0);
    });

    // Texts go in with their lengths, so that no character can pass from one to the next.
    private static byte[] Hash(Action<BinaryWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
