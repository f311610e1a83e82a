using System.Runtime.Loader;

namespace Cambrian.Worker;

/// <summary>A warm worker: reads requests from standard input, answers on standard output, until the input ends.</summary>
internal static class Program
{
    private static int Main()
    {
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
