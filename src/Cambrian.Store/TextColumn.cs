using System.Runtime.InteropServices;

namespace Cambrian.Store;

/// <summary>Text as SQLite keeps it faithfully: UTF-8, unless a NUL or a surrogate would not survive; then UTF-16 as a blob.</summary>
internal static class TextColumn
{
    public static void Bind(Statement statement, int parameter, string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal))
        {
            statement.Bind(parameter, MemoryMarshal.AsBytes(text.AsSpan()));
        }
        else
        {
            statement.BindText(parameter, text);
        }
    }

    public static string Read(Statement row, int column) =>
        row.IsBytes(column) ? new string(MemoryMarshal.Cast<byte, char>(row.Bytes(column))) : row.Text(column);
}
