using System.Runtime.InteropServices;

namespace Cambrian.Commands;

/// <summary>Ctrl-C and the polite signals: the first asks everything to finish, the second ends the process at once.</summary>
internal static class Interruption
{
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Starts to listen, until the process ends.</summary>
    /// <returns>Cancelled by the first signal.</returns>
    public static CancellationToken Listen()
    {
        var source = new CancellationTokenSource();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context => Receive(source, context)));
        }

        return source.Token;
    }

    private static void Receive(CancellationTokenSource source, PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
        {
            // The live view may have hidden the cursor, and nothing else of it will run any more.
            Console.Error.Write(Console.IsErrorRedirected ? "" : "\e[?25h");
            Environment.Exit((int)ExitCode.Interrupted);
        }

        source.Cancel();
    }
}
