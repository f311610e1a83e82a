using System.Buffers;
using System.Buffers.Binary;

namespace Cambrian.Sandbox.Workers;

/// <summary>
/// Messages over a pair of byte streams. A frame is the payload's length (4 bytes), a nonce (8 bytes), both little-endian, then the
/// payload. An answer bears its request's nonce, so that what somebody printed, or wrote ahead of being asked, is not taken for one.
/// One caller at a time.
/// </summary>
/// <param name="input">Where frames are read.</param>
/// <param name="output">Where frames are written.</param>
/// <param name="maxPayloadBytes">Longer frames are neither written nor read.</param>
public sealed class FrameStream(Stream input, Stream output, int maxPayloadBytes)
{
    /// <summary>Bytes in front of a payload.</summary>
    public const int HeaderBytes = 12;

    private const int SmallPayloadBytes = 64 << 10;
    private readonly byte[] _header = new byte[HeaderBytes];

    /// <summary>Writes one frame.</summary>
    /// <exception cref="FrameException">The payload is too long, or the other side is gone.</exception>
    public async ValueTask WriteAsync(ulong nonce, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        if (payload.Length > maxPayloadBytes)
        {
            throw new FrameException($"A frame of {payload.Length} bytes was to be written; at most {maxPayloadBytes} are allowed.");
        }

        // One write for a small frame: two would wake the other side twice.
        var small = Math.Min(payload.Length, SmallPayloadBytes);
        var buffer = ArrayPool<byte>.Shared.Rent(HeaderBytes + small);
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer, payload.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(4), nonce);
            payload.Span[..small].CopyTo(buffer.AsSpan(HeaderBytes));
            await output.WriteAsync(buffer.AsMemory(0, HeaderBytes + small), cancellation).ConfigureAwait(false);
            await output.WriteAsync(payload[small..], cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new FrameException($"The other side went away while it was written to: {exception.Message}", ended: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads one frame.</summary>
    /// <param name="nonce">What it must bear.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FrameException">The stream ended, or the frame is too long or bears another nonce.</exception>
    public async ValueTask<byte[]> ReadAsync(ulong nonce, CancellationToken cancellation)
    {
        var (found, payload) = await ReadAnyAsync(cancellation).ConfigureAwait(false);
        return found == nonce ? payload : throw new FrameException("Something else than an answer was written to standard output.");
    }

    /// <summary>Reads one frame, whatever its nonce: the side that answers.</summary>
    /// <exception cref="FrameException">The stream ended, or the frame is too long.</exception>
    public async ValueTask<(ulong Nonce, byte[] Payload)> ReadAnyAsync(CancellationToken cancellation)
    {
        await FillAsync(_header, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32LittleEndian(_header);
        if (length < 0 || length > maxPayloadBytes)
        {
            throw new FrameException($"Something else than an answer was written to standard output, or one of {(uint)length} bytes; at most {maxPayloadBytes} are allowed.");
        }

        // Grown as bytes arrive: a length alone must not cost memory.
        var payload = new byte[Math.Min(length, SmallPayloadBytes)];
        await FillAsync(payload, cancellation).ConfigureAwait(false);
        while (payload.Length < length)
        {
            var filled = payload.Length;
            Array.Resize(ref payload, (int)Math.Min(length, 4L * filled));
            await FillAsync(payload.AsMemory(filled), cancellation).ConfigureAwait(false);
        }

        return (BinaryPrimitives.ReadUInt64LittleEndian(_header.AsSpan(4)), payload);
    }

    private async ValueTask FillAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            await input.ReadExactlyAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The end of the stream, or the other side was killed while it was read from.
            throw new FrameException("The stream ended before a whole frame had arrived.", ended: true);
        }
    }
}
