using System.Buffers.Binary;
using Cambrian.Sandbox.Workers;
using CsCheck;

namespace Cambrian.Sandbox.Tests.Workers;

public sealed class FrameStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_come_back_as_they_were_written() =>
        await Gen.Select(Gen.ULong, Gen.Byte.Array[0, 300]).Array[1, 5].SampleAsync(async frames =>
        {
            using var stream = new MemoryStream();
            var writer = new FrameStream(Stream.Null, stream, 1 << 20);
            foreach (var (nonce, payload) in frames)
            {
                await writer.WriteAsync(nonce, payload, CancellationToken.None);
            }

            stream.Position = 0;
            var reader = new FrameStream(stream, Stream.Null, 1 << 20);
            foreach (var (nonce, payload) in frames)
            {
                Assert.Equal(payload, await reader.ReadAsync(nonce, CancellationToken.None));
            }
        });

    [Fact]
    public async Task Any_bytes_give_a_frame_or_a_frame_exception_and_never_more_memory_than_allowed() =>
        await Gen.Byte.Array[0, 100].SampleAsync(async bytes =>
        {
            using var stream = new MemoryStream(bytes);
            try
            {
                var (_, payload) = await new FrameStream(stream, Stream.Null, 64).ReadAnyAsync(CancellationToken.None);
                Assert.InRange(payload.Length, 0, 64);
            }
            catch (FrameException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        });

    [Fact]
    public async Task A_length_that_is_only_claimed_costs_no_memory()
    {
        var header = new byte[FrameStream.HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, int.MaxValue);
        using var stream = new MemoryStream(header);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = await Assert.ThrowsAsync<FrameException>(async () => await new FrameStream(stream, Stream.Null, int.MaxValue).ReadAnyAsync(Cancellation));

        Assert.True(exception.Ended);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public async Task Another_nonce_is_refused()
    {
        using var stream = new MemoryStream();
        await new FrameStream(Stream.Null, stream, 64).WriteAsync(1, "x"u8.ToArray(), Cancellation);
        stream.Position = 0;

        await Assert.ThrowsAsync<FrameException>(async () => await new FrameStream(stream, Stream.Null, 64).ReadAsync(2, Cancellation));
    }

    [Fact]
    public async Task A_payload_that_is_too_long_is_not_written() =>
        await Assert.ThrowsAsync<FrameException>(async () => await new FrameStream(Stream.Null, Stream.Null, 64).WriteAsync(1, new byte[65], Cancellation));
}
