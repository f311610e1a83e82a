using System.Buffers.Binary;
using System.Text;

namespace Cambrian.Worker;

/// <summary>Reads the values of one frame's payload, in order.</summary>
internal sealed class FrameReader(ReadOnlyMemory<byte> payload)
{
    private int _position;

    /// <summary>Reads the next frame: 32-bit length of the payload and 64-bit nonce, both little-endian, then the payload.</summary>
    /// <returns>Null at the end of the stream.</returns>
    public static (long Nonce, FrameReader Payload)? Next(Stream stream)
    {
        var header = new byte[12];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
        return stream.ReadAtLeast(payload, payload.Length, throwOnEndOfStream: false) == payload.Length
            ? (BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(4)), new FrameReader(payload))
            : null;
    }

    public byte ReadByte() => payload.Span[_position++];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadInt32());

    /// <summary>Everything that was not read yet.</summary>
    public ReadOnlyMemory<byte> ReadRest() => payload[_position..];

    /// <summary>Reads a count and then that many byte strings.</summary>
    public List<byte[]> ReadAll()
    {
        var count = ReadInt32();
        List<byte[]> all = [];
        for (var i = 0; i < count; i++)
        {
            all.Add(ReadBytes().ToArray());
        }

        return all;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var part = payload.Span.Slice(_position, length);
        _position += length;
        return part;
    }
}
