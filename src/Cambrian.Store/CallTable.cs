using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>What proposers asked of others and were told, as rows that nothing but their keys is known of here.</summary>
internal static class CallTable
{
    public static void Insert(SqliteConnection connection, string key, string content)
    {
        using var insert = new Statement(connection, "INSERT INTO calls(key, content) VALUES(?, ?);");
        insert.BindText(0, key);
        TextColumn.Bind(insert, 1, content);
        insert.Run();
    }

    public static string? Find(SqliteConnection connection, string key)
    {
        using var row = new Statement(connection, "SELECT content FROM calls WHERE key = ? ORDER BY id DESC LIMIT 1;");
        row.BindText(0, key);
        return row.Read() ? TextColumn.Read(row, 0) : null;
    }

    public static List<string> Read(SqliteConnection connection)
    {
        List<string> contents = [];
        using var row = new Statement(connection, "SELECT content FROM calls ORDER BY id;");
        while (row.Read())
        {
            contents.Add(TextColumn.Read(row, 0));
        }

        return contents;
    }
}
