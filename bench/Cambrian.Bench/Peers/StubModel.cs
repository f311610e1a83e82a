using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cambrian.Bench.Peers;

/// <summary>
/// A model that costs next to nothing: a server that speaks as much of OpenAI's protocol as a chat takes, and answers every request at once
/// with a whole program of four lines in which only a number is new, in a form that every engine measured here reads.
/// </summary>
internal sealed class StubModel : IAsyncDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private long _replies;
    private long _ticks;

    /// <summary>Begins to listen.</summary>
    public StubModel()
    {
        _listener.Start();
        _serving = ServeAsync(_over.Token);
    }

    /// <summary>Where it is, as clients want it.</summary>
    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";

    /// <summary>Mean time from a whole request to its reply, in microseconds of wall time.</summary>
    public double MicrosecondsPerReply => _replies == 0 ? 0 : Stopwatch.GetElapsedTime(0, _ticks).TotalMicroseconds / _replies;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _serving;
        _over.Dispose();
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(cancellation), cancellation));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken cancellation)
    {
        using var connection = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        var buffer = new byte[1 << 20];
        try
        {
            while (await ReadRequestAsync(stream, buffer, cancellation))
            {
                var start = Stopwatch.GetTimestamp();
                await stream.WriteAsync(Reply(Interlocked.Increment(ref _replies)), cancellation);
                Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Whoever asked has ended.
        }
    }

    // One request at a time: none of the clients sends another before it has its answer.
    private static async Task<bool> ReadRequestAsync(NetworkStream stream, byte[] buffer, CancellationToken cancellation)
    {
        var (filled, whole) = (0, int.MaxValue);
        while (filled < whole)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
            if (read == 0)
            {
                return false;
            }

            filled += read;
            whole = whole == int.MaxValue ? Whole(buffer.AsSpan(0, filled)) : whole;
        }

        return true;
    }

    private static int Whole(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf(EndOfHead);
        if (end < 0)
        {
            return int.MaxValue;
        }

        var head = Encoding.ASCII.GetString(received[..end]);
        var field = head.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        var length = field >= 0 && Utf8Parser.TryParse(received[(field + "content-length:".Length)..].TrimStart((byte)' '), out int given, out _) ? given : 0;
        return end + EndOfHead.Length + length;
    }

    private static byte[] Reply(long number)
    {
        var program = string.Create(CultureInfo.InvariantCulture, $"# EVOLVE-BLOCK-START\\ndef answer():\\n    return {number}\\n# EVOLVE-BLOCK-END");
        var content = $"<NAME>\\nnumber\\n</NAME>\\n<DESCRIPTION>\\nAnother number.\\n</DESCRIPTION>\\n<CODE>\\n```python\\n{program}\\n```\\n</CODE>\\n";
        var body = $$$"""{"id":"stub","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,"message":{"role":"assistant","content":"{{{content}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":500,"completion_tokens":60,"total_tokens":560}}""";
        return Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
