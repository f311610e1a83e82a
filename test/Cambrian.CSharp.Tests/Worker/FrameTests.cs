using Cambrian.Worker;
using CsCheck;

namespace Cambrian.CSharp.Tests.Worker;

public sealed class FrameTests
{
    [Fact]
    public void What_is_written_is_read_back_in_order() =>
        Gen.Select(Gen.Int, Gen.Long, Gen.Double, Gen.String, Gen.Byte.Array).Sample((number, nonce, value, text, bytes) =>
        {
            using var stream = new MemoryStream();
            var writer = new FrameWriter().Begin(Message.Score);
            writer.Write(number);
            writer.Write(value);
            writer.Write(text);
            writer.WriteAll([bytes, bytes]);
            writer.Send(stream, nonce);
            stream.Position = 0;

            var (sent, frame) = FrameReader.Next(stream)!.Value;

            Assert.Equal((nonce, (byte)Message.Score, number), (sent, frame.ReadByte(), frame.ReadInt32()));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(frame.ReadDouble()));
            Assert.Equal(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)), frame.ReadText());
            Assert.Equal([bytes, bytes], frame.ReadAll());
            Assert.Null(FrameReader.Next(stream));
        });

    [Fact]
    public void A_stream_that_ends_within_a_frame_is_at_its_end()
    {
        using var stream = new MemoryStream([10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2]);

        Assert.Null(FrameReader.Next(stream));
    }
}
