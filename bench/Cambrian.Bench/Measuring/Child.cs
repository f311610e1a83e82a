using System.Diagnostics;

namespace Cambrian.Bench.Measuring;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed to its error stream.</param>
/// <param name="PeakMegabytes">The most memory it held, and its descendants beside it, sampled every 50 ms; NaN when not watched.</param>
public sealed record Child(int ExitCode, string Output, string Errors, double PeakMegabytes)
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="cancellation">Kills it and its descendants.</param>
    /// <param name="watchMemory">Whether to sample the memory of the whole tree; costs some CPU time of this process.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<Child> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, bool watchMemory = false, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        using var kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var ended = process.WaitForExitAsync(cancellation);
        var peak = watchMemory ? await WatchAsync(process.Id, ended) : double.NaN;
        await ended;
        return new Child(process.ExitCode, await output, await errors, peak);
    }

    /// <summary>The output of a program that must succeed.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message holds what it printed to its error stream.</exception>
    public string Required(string what) =>
        ExitCode == 0 ? Output : throw new InvalidOperationException($"{what} failed with exit code {ExitCode}:\n{Errors}");

    private static async Task<double> WatchAsync(int root, Task ended)
    {
        var peak = 0.0;
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
        {
            peak = Math.Max(peak, Machine.ResidentMegabytes(root) + Tree(root).Skip(1).Sum(Machine.PrivateMegabytes));
        }

        return peak;
    }

    private static IEnumerable<int> Tree(int root)
    {
        string[] children;
        try
        {
            children = [.. Directory.EnumerateDirectories($"/proc/{root}/task").SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }
        catch (IOException)
        {
            children = [];
        }

        return children.Select(int.Parse).SelectMany(Tree).Prepend(root);
    }
}
