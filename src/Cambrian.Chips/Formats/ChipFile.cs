using System.IO.Compression;

namespace Cambrian.Chips.Formats;

/// <summary>Opens files that may be compressed.</summary>
internal static class ChipFile
{
    /// <summary>A file's text, unpacked if it begins with gzip's two magic bytes.</summary>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var packed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>A new file, packed if its name ends in .gz.</summary>
    public static Stream Create(string path)
    {
        var file = File.Create(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.SmallestSize) : file;
    }
}
