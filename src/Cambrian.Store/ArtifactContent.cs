using System.Buffers;
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

    private readonly ArrayBufferWriter<byte> _encoded = new(1024);
    private Dictionary<string, byte[]>? _reference;

    /// <summary>The run's first artifact as it was stored: everything else refers to it.</summary>
    public void Refer(byte[] content) => _reference = Decode(content);

    /// <summary>An artifact as bytes, which the next one overwrites. For one caller at a time.</summary>
    public ReadOnlySpan<byte> Encode(Artifact artifact)
    {
        _encoded.ResetWrittenCount();
        _encoded.Write([(byte)0]);
        Write7BitEncodedInt(artifact.Files.Count);
        foreach (var (path, text) in artifact.Files)
        {
            Write7BitEncodedInt(Encoding.UTF8.GetByteCount(path));
            Encoding.UTF8.GetBytes(path, _encoded);
            WriteDifference(path, text);
        }

        var content = _encoded.WrittenCount <= WorthDeflating ? _encoded.WrittenSpan : Deflated(_encoded.WrittenSpan[1..]);
        _reference ??= Decode(content.ToArray());
        return content;
    }

    public IEnumerable<KeyValuePair<string, string>> Files(byte[] content) =>
        Decode(content).Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetString(file.Value)));

    private static ReadOnlySpan<byte> Deflated(ReadOnlySpan<byte> plain)
    {
        using var framed = new MemoryStream();
        framed.WriteByte(1);
        using (var deflate = new DeflateStream(framed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(plain);
        }

        return framed.ToArray();
    }

    private void WriteDifference(string path, string text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        ReadOnlySpan<byte> bytes = rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented));
        ReadOnlySpan<byte> reference = _reference?.GetValueOrDefault(path) ?? [];
        var prefix = bytes.CommonPrefixLength(reference);
        var suffix = CommonSuffixLength(bytes[prefix..], reference[prefix..]);
        Write7BitEncodedInt(prefix);
        Write7BitEncodedInt(suffix);
        Write7BitEncodedInt(bytes.Length - prefix - suffix);
        _encoded.Write(bytes[prefix..^suffix]);
        ArrayPool<byte>.Shared.Return(rented);
    }

    // As BinaryReader reads it.
    private void Write7BitEncodedInt(int value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _encoded.Write([(byte)(value | 0x80)]);
        }

        _encoded.Write([(byte)value]);
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
