using System.Buffers.Binary;
using System.Text;

namespace Cambrian.Worker;

/// <summary>Reads length-prefixed frames (32-bit little-endian length, then the payload) and the values inside them.</summary>
internal sealed class FrameReader(Stream stream)
{
    private readonly byte[] _header = new byte[4];
    private byte[] _payload = [];
    private int _position;

    /// <summary>Reads the next frame.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Next()
    {
        if (stream.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false) < _header.Length)
        {
            return false;
        }

        _payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(_header)];
        _position = 0;
        return stream.ReadAtLeast(_payload, _payload.Length, throwOnEndOfStream: false) == _payload.Length;
    }

    public byte ReadByte() => _payload[_position++];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadInt32());

    private ReadOnlySpan<byte> Take(int length)
    {
        var part = _payload.AsSpan(_position, length);
        _position += length;
        return part;
    }
}
