using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>A run's description as rows of name and value.</summary>
internal static class DescriptionTable
{
    private const string Setting = "setting.";

    public static void Write(SqliteConnection connection, RunDescription description)
    {
        var rows = new Dictionary<string, string>
        {
            ["problem"] = description.Problem,
            ["problem_hash"] = description.ProblemHash,
            ["strategy"] = description.Strategy,
            ["seed"] = description.Seed.ToString(CultureInfo.InvariantCulture),
            ["window"] = description.Window.ToString(CultureInfo.InvariantCulture),
            ["created"] = description.Created.ToString("O", CultureInfo.InvariantCulture),
        };
        using var insert = connection.Prepare("INSERT INTO run(name, value) VALUES($name, $value);", ["$name", "$value"]);
        foreach (var (name, value) in rows.Concat(description.Settings.Select(setting => KeyValuePair.Create(Setting + setting.Key, setting.Value))))
        {
            insert.Parameters[0].Value = name;
            insert.Parameters[1].Value = value;
            insert.ExecuteNonQuery();
        }
    }

    public static RunDescription Read(SqliteConnection connection)
    {
        Dictionary<string, string> rows = [];
        using var select = connection.Prepare("SELECT name, value FROM run;", []);
        using var row = select.ExecuteReader();
        while (row.Read())
        {
            rows.Add(row.GetString(0), row.GetString(1));
        }

        return new RunDescription
        {
            Problem = rows["problem"],
            ProblemHash = rows["problem_hash"],
            Strategy = rows["strategy"],
            Seed = int.Parse(rows["seed"], CultureInfo.InvariantCulture),
            Window = int.Parse(rows["window"], CultureInfo.InvariantCulture),
            Created = DateTimeOffset.Parse(rows["created"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Settings = rows.Where(pair => pair.Key.StartsWith(Setting, StringComparison.Ordinal))
                .ToImmutableSortedDictionary(pair => pair.Key[Setting.Length..], pair => pair.Value, StringComparer.Ordinal),
        };
    }
}
