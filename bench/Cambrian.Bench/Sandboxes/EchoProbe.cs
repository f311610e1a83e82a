using System.Diagnostics;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Bench.Sandboxes;

/// <summary>This program as a worker: sends every frame back, but misbehaves when it is one of a few bytes.</summary>
public static class EchoProbe
{
    /// <summary>Its name on the command line.</summary>
    public const string Name = "echo";

    /// <summary>Longest frame.</summary>
    public const int MaxFrameBytes = 1 << 20;

    /// <summary>The request to loop for ever.</summary>
    public static byte[] Loop { get; } = new byte[1];

    /// <summary>The request to crash.</summary>
    public static byte[] Crash { get; } = new byte[2];

    /// <summary>The request to print something that is no frame.</summary>
    public static byte[] Print { get; } = new byte[3];

    /// <summary>The request to start a process that detaches itself and never ends, and to answer.</summary>
    public static byte[] Detach { get; } = new byte[4];

    /// <summary>What such a process runs; its last word is the worker's mark.</summary>
    public static string[] Endless { get; } = ["setsid", "/bin/sh", "-c", "while :; do sleep 100; done"];

    /// <summary>The command that runs this as a worker.</summary>
    /// <param name="mark">A word by which its processes are found.</param>
    public static SandboxedCommand Command(string mark = "") =>
        DotnetWorker.Command(typeof(EchoProbe).Assembly.Location, new SandboxLimits { MemoryBytes = 512L << 20, Processes = 64 }, [Name, .. mark.Length == 0 ? Array.Empty<string>() : [mark]]);

    /// <summary>Answers until the input ends.</summary>
    public static async Task<int> ServeAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var frames = new FrameStream(Console.OpenStandardInput(), Console.OpenStandardOutput(), MaxFrameBytes);
        try
        {
            while (true)
            {
                var (nonce, payload) = await frames.ReadAnyAsync(cancellation);
                Misbehave(payload.Length, arguments);
                await frames.WriteAsync(nonce, payload, cancellation);
            }
        }
        catch (FrameException end) when (end.Ended)
        {
            return 0;
        }
    }

    private static void Misbehave(int bytes, IReadOnlyList<string> arguments)
    {
        while (bytes == Loop.Length)
        {
        }

        if (bytes == Crash.Length)
        {
            Environment.FailFast("As asked.");
        }

        if (bytes == Print.Length)
        {
            Console.Out.WriteLine("This is no frame, but it is longer than the head of one.");
        }

        if (bytes == Detach.Length)
        {
            Process.Start(new ProcessStartInfo(Endless[0], [.. Endless[1..], .. arguments]))?.Dispose();
        }
    }
}
