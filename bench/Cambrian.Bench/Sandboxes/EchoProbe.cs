using Cambrian.Sandbox.Workers;

namespace Cambrian.Bench.Sandboxes;

/// <summary>This program as a worker: sends every frame back, but loops for ever when the frame is one byte long.</summary>
public static class EchoProbe
{
    /// <summary>Its name on the command line.</summary>
    public const string Name = "echo";

    /// <summary>Longest frame.</summary>
    public const int MaxFrameBytes = 1 << 20;

    /// <summary>The request to loop for ever.</summary>
    public static byte[] Loop { get; } = [0];

    /// <summary>Answers until the input ends.</summary>
    public static async Task<int> ServeAsync(CancellationToken cancellation)
    {
        var frames = new FrameStream(Console.OpenStandardInput(), Console.OpenStandardOutput(), MaxFrameBytes);
        try
        {
            while (true)
            {
                var (nonce, payload) = await frames.ReadAnyAsync(cancellation);
                while (payload.Length == Loop.Length)
                {
                }

                await frames.WriteAsync(nonce, payload, cancellation);
            }
        }
        catch (FrameException end) when (end.Ended)
        {
            return 0;
        }
    }
}
