using System.Diagnostics;

namespace Cambrian.Conformance;

/// <summary>A Git repository in a temporary folder, with a work tree, as a person has one: git is called plainly, as that person would.</summary>
public sealed class PersonsRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-repository-");

    /// <summary>An empty repository on the branch main.</summary>
    public PersonsRepository()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.name", "Ada Lovelace");
        Git("config", "user.email", "ada@example.org");
    }

    public string Folder => _folder.FullName;

    public string this[string path] => Path.Combine(Folder, path);

    /// <summary>The commit that HEAD is at.</summary>
    public string Head => Git("rev-parse", "HEAD");

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(this[path], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Commits everything that is in the work tree.</summary>
    public string Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "-m", message);
        return Head;
    }

    /// <summary>Calls git and requires that it succeeds. What it printed, without the line break at its end.</summary>
    public string Git(params string[] words) => Try(words) is { Code: 0, Output: var output } ? output : throw new InvalidOperationException($"git {string.Join(' ', words)}: {Try(words).Error}");

    /// <summary>Calls git.</summary>
    public (int Code, string Output, string Error) Try(params string[] words)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["git", .. words]) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!; // only null when a shell hands it to another process
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd(); // a few words: they fit into the pipe
        process.WaitForExit();
        return (process.ExitCode, output.TrimEnd('\n'), error);
    }

    /// <summary>Everything that a person would see changed: HEAD, its branch, the index, the work tree.</summary>
    public string State()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(this[".git/"], StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(Folder, file)} {File.GetLastWriteTimeUtc(file).Ticks} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}");
        return string.Join('\n', [File.ReadAllText(this[".git/HEAD"]), Head, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(this[".git/index"]))), .. files]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
