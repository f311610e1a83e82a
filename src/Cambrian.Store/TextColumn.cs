using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>Text as SQLite keeps it faithfully: UTF-8, unless a NUL or a surrogate would not survive; then UTF-16 as a blob.</summary>
internal static class TextColumn
{
    public static object Bind(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal)
            ? MemoryMarshal.AsBytes(text.AsSpan()).ToArray()
            : text;

    public static string Read(SqliteDataReader row, int column) =>
        row.GetFieldType(column) == typeof(byte[]) ? new string(MemoryMarshal.Cast<byte, char>(row.GetFieldValue<byte[]>(column))) : row.GetString(column);
}
