using System.Buffers.Binary;
using System.Text;

namespace Cambrian.Worker;

/// <summary>Reads the values of one frame's payload, in order.</summary>
internal sealed class FrameReader(byte[] payload)
{
    private int _position;

    /// <summary>Reads the next length-prefixed frame (32-bit little-endian length, then the payload).</summary>
    /// <returns>Null at the end of the stream.</returns>
    public static FrameReader? Next(Stream stream)
    {
        var header = new byte[4];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
        return stream.ReadAtLeast(payload, payload.Length, throwOnEndOfStream: false) == payload.Length ? new FrameReader(payload) : null;
    }

    public byte ReadByte() => payload[_position++];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadInt32());

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
        var part = payload.AsSpan(_position, length);
        _position += length;
        return part;
    }
}
