using System.Diagnostics;

namespace Cambrian.Repositories.Plumbing;

/// <summary>One call of git.</summary>
internal static class GitProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where it starts.</param>
    /// <param name="words">Arguments, the options of <see cref="GitEnvironment"/> included.</param>
    /// <param name="variables">Variables beside those of <see cref="GitEnvironment"/>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellation">Kills it.</param>
    public static async Task<GitResult> RunAsync(
        string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string> variables, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Start(folder, words, variables) };
        process.Start();
        var error = process.StandardError.ReadToEndAsync(cancellation);
        using var output = new MemoryStream();
        try
        {
            await Task.WhenAll(
                error,
                FeedAsync(process.StandardInput.BaseStream, input, cancellation),
                process.StandardOutput.BaseStream.CopyToAsync(output, cancellation)).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return new GitResult(process.ExitCode, output.ToArray(), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo Start(string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(GitEnvironment.Program(), words)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in GitEnvironment.Variables.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task FeedAsync(Stream stream, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(input, cancellation).ConfigureAwait(false);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It ended without reading to the end; its exit code and words say why.
        }
    }
}
