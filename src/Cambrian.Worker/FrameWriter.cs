using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Cambrian.Worker;

/// <summary>Collects values into a frame and sends it.</summary>
internal sealed class FrameWriter(Stream stream)
{
    private readonly ArrayBufferWriter<byte> _payload = new();

    public void Begin(byte kind, long nonce)
    {
        _payload.ResetWrittenCount();
        Write(0);
        Write(kind);
        Write(nonce);
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

    /// <summary>Writes a count and then each byte string.</summary>
    public void WriteAll(IReadOnlyList<byte[]> all)
    {
        Write(all.Count);
        foreach (var bytes in all)
        {
            Write(bytes);
        }
    }

    public void Send()
    {
        var frame = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_payload.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - 4);
        stream.Write(frame);
        stream.Flush();
    }
}
