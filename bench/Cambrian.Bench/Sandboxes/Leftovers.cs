using System.Globalization;
using System.Text;

namespace Cambrian.Bench.Sandboxes;

/// <summary>What sandboxes could leave on a machine.</summary>
/// <param name="Processes">Alive or dead, with the mark in their command line, or children of this process.</param>
/// <param name="ControlGroups">Of this process's sandboxes.</param>
/// <param name="Files">In the folder for temporary files.</param>
/// <param name="Descriptors">Open in this process.</param>
public sealed record Leftovers(int Processes, int ControlGroups, int Files, int Descriptors)
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Counts.</summary>
    /// <param name="mark">A word in the command line of every sandboxed process.</param>
    /// <param name="temporary">The folder for temporary files, used by nobody else.</param>
    public static Leftovers Count(string mark, string temporary) => new(
        Numbered("/proc").Count(process => process != Self && (Read($"/proc/{process}/cmdline").Contains(mark, StringComparison.Ordinal) || Parent(process) == Self)),
        Directory.Exists("/sys/fs/cgroup") ? Directory.EnumerateDirectories("/sys/fs/cgroup", $"cambrian-{Self}-*", Below).Count() : 0,
        Directory.EnumerateFileSystemEntries(temporary).Count(),
        Numbered("/proc/self/fd").Count());

    private static string Self { get; } = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Numbered(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit));

    // The second field behind the name, which may hold anything.
    private static string Parent(string process)
    {
        var stat = Read($"/proc/{process}/stat");
        return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "";
    }

    private static string Read(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(path));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
