using System.IO.Compression;
using System.Text;
using Cambrian.Core;

namespace Cambrian.Store;

/// <summary>
/// The files of artifacts as compact bytes. A run's programs differ from its first one in a few places, so of each file only
/// what lies between the common beginning and the common end is kept; what is still long is deflated.
/// </summary>
internal sealed class ArtifactContent
{
    private const int WorthDeflating = 1024;

    // A damaged length must not ask for all memory there is.
    private const int LongestFile = 1 << 28;

    private Dictionary<string, byte[]>? _reference;

    /// <summary>The run's first artifact as it was stored: everything else refers to it.</summary>
    public void Refer(byte[] content) => _reference = Decode(content);

    public byte[] Encode(Artifact artifact)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(artifact.Files.Count);
            foreach (var (path, text) in artifact.Files)
            {
                Write(writer, path, Encoding.UTF8.GetBytes(text));
            }
        }

        var content = plain.Length < WorthDeflating ? Framed(deflated: false, plain) : Framed(deflated: true, plain);
        _reference ??= Decode(content);
        return content;
    }

    public IEnumerable<KeyValuePair<string, string>> Files(byte[] content) =>
        Decode(content).Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetString(file.Value)));

    private static byte[] Framed(bool deflated, MemoryStream plain)
    {
        using var framed = new MemoryStream();
        framed.WriteByte(deflated ? (byte)1 : (byte)0);
        using (var inner = deflated ? new DeflateStream(framed, CompressionLevel.Fastest, leaveOpen: true) : Stream.Null)
        {
            plain.WriteTo(deflated ? inner : framed);
        }

        return framed.ToArray();
    }

    private void Write(BinaryWriter writer, string path, byte[] text)
    {
        var reference = _reference?.GetValueOrDefault(path) ?? [];
        var prefix = text.AsSpan().CommonPrefixLength(reference);
        var suffix = CommonSuffixLength(text.AsSpan(prefix), reference.AsSpan(prefix));
        writer.Write(path);
        writer.Write7BitEncodedInt(prefix);
        writer.Write7BitEncodedInt(suffix);
        writer.Write7BitEncodedInt(text.Length - prefix - suffix);
        writer.Write(text, prefix, text.Length - prefix - suffix);
    }

    private Dictionary<string, byte[]> Decode(byte[] content)
    {
        using Stream body = new MemoryStream(content, 1, content.Length - 1);
        using var reader = new BinaryReader(content[0] == 1 ? new DeflateStream(body, CompressionMode.Decompress) : body, Encoding.UTF8);
        Dictionary<string, byte[]> files = [];
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var path = reader.ReadString();
            var (prefix, suffix, middle) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            var reference = _reference?.GetValueOrDefault(path) ?? [];
            if (middle > LongestFile)
            {
                throw new InvalidDataException($"a file of {middle} bytes");
            }

            files.Add(path, [.. reference.AsSpan(0, prefix), .. reader.ReadBytes(middle), .. reference.AsSpan(reference.Length - suffix)]);
        }

        return files;
    }

    private static int CommonSuffixLength(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
