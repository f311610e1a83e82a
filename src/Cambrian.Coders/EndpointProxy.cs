using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Cambrian.Coders;

/// <summary>
/// The only way out of an agent's sandbox: a proxy on a socket file that opens tunnels (CONNECT, RFC 9110 §9.3.6) to named
/// endpoints and refuses all others. It sees no word of what goes through: the agent talks TLS to its model's server itself.
/// </summary>
internal sealed class EndpointProxy : IAsyncDisposable
{
    private const int LongestHead = 16 << 10;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly HashSet<string> _endpoints;
    private readonly ConcurrentDictionary<string, byte> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <summary>A proxy that serves until it is disposed.</summary>
    /// <param name="path">The socket file; must not exist.</param>
    /// <param name="endpoints">"host" (port 443) or "host:port".</param>
    public EndpointProxy(string path, IEnumerable<string> endpoints)
    {
        _endpoints = endpoints.Select(WithPort).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _serving = ServeAsync();
    }

    /// <summary>Whom the agent asked for in vain, each once.</summary>
    public IReadOnlyList<string> Refused => [.. _refused.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _serving.ConfigureAwait(false);
        _end.Dispose();
    }

    private static string WithPort(string endpoint) => endpoint.Contains(':', StringComparison.Ordinal) ? endpoint : $"{endpoint}:443";

    private async Task ServeAsync()
    {
        List<Task> tunnels = [];
        try
        {
            while (true)
            {
                tunnels.Add(TunnelAsync(await _listener.AcceptAsync(_end.Token).ConfigureAwait(false)));
                tunnels.RemoveAll(tunnel => tunnel.IsCompletedSuccessfully);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(tunnels).ConfigureAwait(false);
        }
    }

    private async Task TunnelAsync(Socket accepted)
    {
        using var agent = new NetworkStream(accepted, ownsSocket: true);
        try
        {
            var target = Target(await HeadAsync(agent).ConfigureAwait(false));
            if (target is null || !_endpoints.Contains(target))
            {
                _refused.TryAdd(target ?? "something other than a tunnel", 0);
                await agent.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _end.Token).ConfigureAwait(false);
                return;
            }

            using var client = new TcpClient();
            var colon = target.LastIndexOf(':');
            await client.ConnectAsync(target[..colon], int.Parse(target[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture), _end.Token).ConfigureAwait(false);
            await agent.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _end.Token).ConfigureAwait(false);
            var server = client.GetStream();
            await Task.WhenAll(CopyAsync(agent, server), CopyAsync(server, agent)).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A connection that breaks is the agent's to notice, as on any network.
        }
    }

    // When one side is done the other is told, and may still have something to say.
    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        await from.CopyToAsync(to, _end.Token).ConfigureAwait(false);
        to.Socket.Shutdown(SocketShutdown.Send);
    }

    private async Task<string> HeadAsync(NetworkStream agent)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestHead);
        try
        {
            var length = 0;
            while (length < LongestHead && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                // Byte by byte, as what follows the head belongs to the tunnel.
                var read = await agent.ReadAsync(buffer.AsMemory(length, 1), _end.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            return Encoding.ASCII.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // "CONNECT host:port HTTP/1.1"; null for every other request.
    private static string? Target(string head) => head.Split("\r\n")[0].Split(' ') is ["CONNECT", var target, _] && target.LastIndexOf(':') is var colon and > 0
        && ushort.TryParse(target.AsSpan(colon + 1), out _) ? target : null;
}
