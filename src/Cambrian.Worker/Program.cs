using System.Globalization;
using System.Runtime.Loader;

namespace Cambrian.Worker;

/// <summary>A warm worker: reads requests from standard input, answers on standard output, until the input ends. Or, as "relay", a sandbox's way out.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["relay", var port, var socket])
        {
            Relay.Serve(int.Parse(port, CultureInfo.InvariantCulture), socket);
            return 0;
        }

        AssemblyLoadContext.Default.Resolving += (context, name) => Beside(name.Name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // Whatever an evaluator or a candidate prints must not get between the frames.
        Console.SetOut(Console.Error);
        new Server(input, output).Serve();
        return 0;
    }

    // An evaluator may use the engine, which lies beside this program. A candidate cannot: its image was screened for every name it refers to.
    private static string? Beside(string? assembly) =>
        Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll") is var path && File.Exists(path) ? path : null;
}
