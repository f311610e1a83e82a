namespace Cambrian.Worker;

/// <summary>A warm worker: reads requests from standard input, answers on standard output, until the input ends.</summary>
internal static class Program
{
    private static int Main()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // Whatever an evaluator or a candidate prints must not get between the frames.
        Console.SetOut(Console.Error);
        new Server(input, output).Serve();
        return 0;
    }
}
