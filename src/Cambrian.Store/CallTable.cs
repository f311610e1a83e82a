using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>What proposers asked of others and were told, as rows that nothing but their keys is known of here. A run with models looks into it twice a step, so its statements are compiled once.</summary>
internal sealed class CallTable(SqliteConnection connection) : IDisposable
{
    private Statement? _insert;
    private Statement? _find;

    public void Insert(string key, string content)
    {
        _insert ??= new Statement(connection, "INSERT INTO calls(key, content) VALUES(?, ?);");
        _insert.BindText(0, key);
        TextColumn.Bind(_insert, 1, content);
        _insert.Run();
    }

    public string? Find(string key)
    {
        _find ??= new Statement(connection, "SELECT content FROM calls WHERE key = ? ORDER BY id DESC LIMIT 1;");
        _find.BindText(0, key);
        try
        {
            return _find.Read() ? TextColumn.Read(_find, 0) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    public List<string> Read()
    {
        List<string> contents = [];
        using var row = new Statement(connection, "SELECT content FROM calls ORDER BY id;");
        while (row.Read())
        {
            contents.Add(TextColumn.Read(row, 0));
        }

        return contents;
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _find?.Dispose();
    }
}
