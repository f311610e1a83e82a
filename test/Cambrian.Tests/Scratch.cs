using Cambrian.Commands;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Tests;

/// <summary>A folder that is gone at the end, and a person typing commands in it.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-tests-");

    /// <summary>The person's environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Folder => _folder.FullName;

    public string this[string path] => Path.Combine(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public Task<(int Code, string Output, string Error)> TypeAsync(params string[] words) =>
        TypeAsync(new StringWriter(), TestContext.Current.CancellationToken, words);

    public async Task<(int Code, string Output, string Error)> TypeAsync(StringWriter output, CancellationToken interrupted, params string[] words)
    {
        using var error = new StringWriter();
        var host = new Host
        {
            Output = output,
            Error = error,
            Time = TimeProvider.System,
            Directory = Folder,
            Installation = Repository.Root,
            Settings = this["settings"],
            Environment = Variables.GetValueOrDefault,
            Interrupted = interrupted,
        };
        var code = await CommandLine.RunAsync(words, host);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>What a run recorded.</summary>
    public async Task<List<Step>> StepsAsync(string run)
    {
        using var record = RunRecord.OpenToRead(this[run]);
        var steps = await record.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        // Programs are read when they are asked for, which has to be before the run is closed.
        steps.ForEach(step => _ = step.Child?.Files);
        return steps;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
