using Microsoft.Data.Sqlite;

namespace Cambrian.Store.Tests;

/// <summary>What somebody with a database tool could do to a run's file.</summary>
internal static class RawSql
{
    public static long Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar());
    }
}
