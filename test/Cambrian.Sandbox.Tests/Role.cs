using System.Text;
using Cambrian.Sandbox.Tests.Workers;
using Cambrian.Sandbox.Workers;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Cambrian.Sandbox.Tests;

/// <summary>This test program as another program: started with the variable set, it plays a part of a test instead of running tests.</summary>
internal static class Role
{
    public const string Variable = "CAMBRIAN_TEST_ROLE";

    /// <summary>A .NET worker that sends every request back, or allocates until it is refused.</summary>
    public const string Echo = "echo";

    /// <summary>A host with sandboxes that go on for ever; its argument marks their processes.</summary>
    public const string Host = "host ";

    /// <summary>A host that starts one sandbox after the other until it is killed; its arguments are their grade and the mark of their processes.</summary>
    public const string StartingHost = "starting-host ";

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "Cambrian.Sandbox.Tests.dll");

    public static async Task<int> Main(string[] arguments)
    {
        switch (Environment.GetEnvironmentVariable(Variable))
        {
            case null when arguments.Contains("-automated") || arguments.Contains("@@"):
                return await ConsoleRunner.Run(arguments);
            case null:
                return await TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
            case Echo:
                await EchoAsync();
                return 0;
            case { } starting when starting.StartsWith(StartingHost, StringComparison.Ordinal):
                await StartForEverAsync(starting.Split(' ')[1], starting.Split(' ')[2]);
                return 0;
            case { } host:
                await HostAsync(host[Host.Length..]);
                return 0;
        }
    }

    private static async Task EchoAsync()
    {
        var frames = new FrameStream(Console.OpenStandardInput(), Console.OpenStandardOutput(), 1 << 20);
        while (true)
        {
            var (nonce, request) = await frames.ReadAnyAsync(CancellationToken.None);
            await frames.WriteAsync(nonce, Encoding.UTF8.GetString(request) == "hog" ? Encoding.UTF8.GetBytes(Hog()) : request, CancellationToken.None);
        }
    }

    private static string Hog()
    {
        List<byte[]> all = [];
        try
        {
            while (true)
            {
                all.Add(new byte[1 << 20]);
                all[^1].AsSpan().Fill(1);
            }
        }
        catch (OutOfMemoryException)
        {
            return "refused";
        }
    }

    private static async Task HostAsync(string mark)
    {
        using var runner = await SandboxRunner.OpenAsync();
        var command = PythonWorker.Command with { Command = [.. PythonWorker.Command.Command, mark] };
        await using var pool = await WorkerPool.StartAsync(runner, command, new WorkerPoolOptions { WarmUp = PythonWorker.Ask("warm"), Spares = 0 }, CancellationToken.None);
        await using var lease = await pool.LeaseAsync(CancellationToken.None);
        await lease.AskAsync(PythonWorker.Ask("orphans"), TimeSpan.FromSeconds(60), CancellationToken.None);
        await using var endless = await runner.StartAsync(new SandboxedCommand { Command = ["/bin/sh", "-c", "echo started; while :; do sleep 1; done", mark] });

        // A sandbox is tied to its host's life once it runs; until bubblewrap has asked the kernel for that, it is not.
        await endless.Output.ReadExactlyAsync(new byte["started".Length]);
        Console.WriteLine("ready");
        await endless.Exited;
    }

    // Whenever it is killed, a start is under way.
    private static async Task StartForEverAsync(string grade, string mark)
    {
        var machine = await Machine.ProbeAsync(CancellationToken.None);
        var wanted = Enum.Parse<IsolationGrade>(grade);
        using var runner = Machine.Of(wanted == IsolationGrade.Limits ? null : machine.Bubblewrap, machine.HasFilter, wanted == IsolationGrade.Full ? machine.Groups : null).OpenRunner();
        var command = new SandboxedCommand { Command = ["/bin/sh", "-c", "trap '' HUP INT TERM; while :; do sleep 1; done", mark] };
        List<SandboxedProcess> started = [];
        Console.WriteLine("ready");
        while (true)
        {
            started.Add(await runner.StartAsync(command));
        }
    }
}
