using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cambrian.Store;

/// <summary>
/// A prepared statement that is run once per step. The provider's commands look up every parameter by name and box every
/// value, which costs as much as the insert itself; this one binds and reads by place.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Compiles a statement.</summary>
    /// <param name="connection">Must be open, and outlive the statement.</param>
    /// <param name="sql">One statement; parameters are numbered from 0 in the order of their first appearance.</param>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed; open it first.");
        Require(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Binds no value.</summary>
    public void BindNull(int parameter) => Require(raw.sqlite3_bind_null(_statement, parameter + 1));

    /// <summary>Binds a whole number.</summary>
    public void Bind(int parameter, long value) => Require(raw.sqlite3_bind_int64(_statement, parameter + 1, value));

    /// <summary>Binds a number; NaN is no value.</summary>
    public void Bind(int parameter, double value) => Require(raw.sqlite3_bind_double(_statement, parameter + 1, value));

    /// <summary>Binds bytes, which are copied.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> value) => Require(raw.sqlite3_bind_blob(_statement, parameter + 1, value));

    /// <summary>Binds text without NUL and without surrogates, which would not survive.</summary>
    public void BindText(int parameter, string text)
    {
        if (text.Length == 0)
        {
            // An empty span has no address, which the engine takes for no value.
            Require(raw.sqlite3_bind_text(_statement, parameter + 1, ""));
            return;
        }

        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > OnStack ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var buffer = rented ?? stackalloc byte[OnStack];
        Require(raw.sqlite3_bind_text(_statement, parameter + 1, buffer[..Encoding.UTF8.GetBytes(text, buffer)]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Runs a statement that has no rows, and makes it ready for the next values.</summary>
    /// <returns>The row that was inserted last.</returns>
    public long Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Require(result);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        Require(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Leaves its rows and makes it ready for the next values.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Whether a column of the row has no value.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>Whether a column of the row holds bytes.</summary>
    public bool IsBytes(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_BLOB;

    /// <summary>A whole number of the row.</summary>
    public long Whole(int column)
    {
        RequireType(column, raw.SQLITE_INTEGER);
        return raw.sqlite3_column_int64(_statement, column);
    }

    /// <summary>A number of the row.</summary>
    public double Number(int column)
    {
        RequireType(column, raw.SQLITE_FLOAT);
        return raw.sqlite3_column_double(_statement, column);
    }

    /// <summary>Text of the row.</summary>
    public string Text(int column)
    {
        RequireType(column, raw.SQLITE_TEXT);
        return raw.sqlite3_column_text(_statement, column).utf8_to_string();
    }

    /// <summary>Bytes of the row, until it is left.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        RequireType(column, raw.SQLITE_BLOB);
        return raw.sqlite3_column_blob(_statement, column);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    // The engine converts what is not of the type asked for; here it means that somebody else wrote the row.
    private void RequireType(int column, int expected)
    {
        if (raw.sqlite3_column_type(_statement, column) is var type && type != expected)
        {
            throw new InvalidDataException($"column {raw.sqlite3_column_name(_statement, column).utf8_to_string()} has a value of type {type}, expected {expected}");
        }
    }

    private void Require(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
