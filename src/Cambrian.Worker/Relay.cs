using System.Net;
using System.Net.Sockets;

namespace Cambrian.Worker;

/// <summary>Inside a sandbox without a network: what connects to a port of its own loopback is led to a socket file, behind which the host decides.</summary>
internal static class Relay
{
    /// <summary>Serves until the process is killed.</summary>
    /// <param name="port">Port of the loopback.</param>
    /// <param name="socket">Path of the socket file.</param>
    public static void Serve(int port, string socket)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Console.WriteLine("open");
        while (true)
        {
            var client = listener.AcceptSocket();
            new Thread(() => Connect(client, socket)) { IsBackground = true }.Start();
        }
    }

    private static void Connect(Socket client, string path)
    {
        using var inside = client;
        using var outside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            outside.Connect(new UnixDomainSocketEndPoint(path));
            var back = new Thread(() => Copy(outside, inside)) { IsBackground = true };
            back.Start();
            Copy(inside, outside);
            back.Join();
        }
        catch (SocketException)
        {
            // The host has gone: the connection ends, as it would if a server had.
        }
    }

    // Ends with either side; the other is told that no more comes.
    private static void Copy(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (from.Receive(buffer) is > 0 and var count)
            {
                to.Send(buffer.AsSpan(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            from.Close();
            to.Close();
        }
    }
}
