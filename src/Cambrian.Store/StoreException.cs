using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>A run database cannot be used. The message says what was given, what was expected and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>A database that cannot be used, for the given reason.</summary>
    public StoreException(string message) : base(message)
    {
    }

    /// <summary>A database that cannot be used, for the given reason.</summary>
    /// <param name="message">The reason, for people.</param>
    /// <param name="cause">What the database engine, or the operating system, said.</param>
    public StoreException(string message, Exception cause) : base(message, cause)
    {
    }

    // What reading rows throws when their content is not what this program wrote.
    internal static bool MeansDamage(Exception exception) => exception is not ObjectDisposedException && exception
        is StoreException or SqliteException or InvalidCastException or FormatException or OverflowException or JsonException
        or ArgumentException or InvalidOperationException or KeyNotFoundException or InvalidDataException or EndOfStreamException;

    // https://sqlite.org/rescode.html
    internal static StoreException From(Exception cause, string path) => cause as StoreException ?? new StoreException(
        (cause as SqliteException)?.SqliteErrorCode switch
        {
            26 => $"'{path}' is no run database: expected an SQLite file as `cambrian run` writes it, found something else. Check the path.",
            19 => $"Run database '{path}' refuses the change: {cause.Message}",
            14 => $"Run database '{path}' cannot be opened. Check that its folder exists and may be written to.",
            13 => $"The disk of run database '{path}' is full. Make room, then resume: nothing that was reported is lost.",
            10 => $"The disk of run database '{path}' failed: {cause.Message} Nothing that was reported is lost if the disk recovers.",
            8 => $"Run database '{path}' may not be written to. Check the permissions of the file and its folder.",
            5 or 6 => $"Run database '{path}' is locked by another program. Close it and try again.",
            _ => $"Run database '{path}' is damaged: {cause.Message} Restore a copy, or rescue what can be read with `sqlite3 '{path}' .recover`.",
        },
        cause);
}
