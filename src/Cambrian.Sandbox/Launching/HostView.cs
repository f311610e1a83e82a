using System.Globalization;
using System.Text;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// What stands in for the sandbox's own view of files and processes at the lowest grade: a scratch folder on the host, inside
/// paths replaced by the host's, and a mark in the environment by which processes that slip away are found again. It keeps
/// honest programs apart and hides nothing.
/// </summary>
internal sealed class HostView : IDisposable
{
    private const string Mark = "CAMBRIAN_SANDBOX";
    private readonly string _nonce;
    private readonly bool _isHost;

    private HostView(string scratch, string nonce, bool isHost) => (Scratch, _nonce, _isHost) = (scratch, nonce, isHost);

    /// <summary>For sandboxes with namespaces: changes nothing.</summary>
    public static HostView None { get; } = new(SandboxedCommand.Scratch, "", isHost: false);

    /// <summary>Where the program may write.</summary>
    public string Scratch { get; }

    /// <summary>A view for one command.</summary>
    /// <param name="mark">How the marks of all commands of this host begin.</param>
    public static HostView Open(string mark) =>
        new(Directory.CreateTempSubdirectory("cambrian-scratch-").FullName, $"{mark}-{Guid.NewGuid():N}", isHost: true);

    /// <summary>The command with inside paths replaced.</summary>
    public SandboxedCommand Apply(SandboxedCommand command) => !_isHost ? command : command with
    {
        Command = [.. command.Command.Select(word => Translate(word, command.ReadOnly))],
        WorkingDirectory = Translate(command.WorkingDirectory, command.ReadOnly),
        Environment = command.Environment.ToDictionary(pair => pair.Key, pair => TranslateAll(pair.Value, command.ReadOnly), StringComparer.Ordinal),
    };

    /// <summary>What the launching shell does for it.</summary>
    public string Script(SandboxLimits limits, string workingDirectory) => !_isHost ? "" :
        $"{Mark}={_nonce}; export {Mark}; ulimit -f {limits.ScratchBytes / 512} 2>/dev/null || :; cd '{workingDirectory}' || exit 125; ";

    /// <summary>Kills the process's session and whatever bears the mark.</summary>
    public void KillStragglers(int process)
    {
        _ = Native.Signal(-process, Native.Kill);
        foreach (var marked in Marked())
        {
            _ = Native.Signal(marked, Native.Kill);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isHost && Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }
    }

    // Some variables hold several paths.
    private string TranslateAll(string value, IReadOnlyList<Mount> mounts) => string.Join(':', value.Split(':').Select(path => Translate(path, mounts)));

    private string Translate(string word, IEnumerable<Mount> mounts) => mounts
        .Append(new Mount(Scratch, SandboxedCommand.Scratch))
        .Where(mount => word == mount.InsidePath || word.StartsWith(mount.InsidePath + "/", StringComparison.Ordinal))
        .OrderByDescending(mount => mount.InsidePath.Length)
        .Select(mount => mount.HostPath + word[mount.InsidePath.Length..])
        .FirstOrDefault(word);

    private IEnumerable<int> Marked()
    {
        var mark = Encoding.UTF8.GetBytes($"{Mark}={_nonce}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && ReadEnvironment(folder).AsSpan().IndexOf(mark) >= 0)
            {
                yield return process;
            }
        }
    }

    private static byte[] ReadEnvironment(string folder)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
