using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Cambrian.Worker;

/// <summary>Collects the values of one payload.</summary>
internal sealed class FrameWriter
{
    private readonly ArrayBufferWriter<byte> _payload = new();

    /// <summary>What was written since <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.WrittenMemory;

    /// <summary>Starts a payload.</summary>
    public FrameWriter Begin(Message kind)
    {
        _payload.ResetWrittenCount();
        Write((byte)kind);
        return this;
    }

    public void Write(byte value)
    {
        _payload.GetSpan(1)[0] = value;
        _payload.Advance(1);
    }

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_payload.GetSpan(4), value);
        _payload.Advance(4);
    }

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_payload.GetSpan(8), value);
        _payload.Advance(8);
    }

    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(value));

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Write(bytes.Length);
        _payload.Write(bytes);
    }

    /// <summary>Writes bytes as they are, without a length.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => _payload.Write(bytes);

    /// <summary>Writes a count and then each byte string.</summary>
    public void WriteAll(IReadOnlyList<byte[]> all)
    {
        Write(all.Count);
        foreach (var bytes in all)
        {
            Write(bytes);
        }
    }

    /// <summary>Sends the payload as one frame; see <see cref="FrameReader.Next"/>.</summary>
    public void Send(Stream stream, long nonce)
    {
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(header, _payload.WrittenCount);
        BinaryPrimitives.WriteInt64LittleEndian(header[4..], nonce);
        stream.Write(header);
        stream.Write(_payload.WrittenSpan);
        stream.Flush();
    }
}
