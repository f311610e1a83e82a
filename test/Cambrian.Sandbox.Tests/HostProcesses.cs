using System.Globalization;
using System.Text;

namespace Cambrian.Sandbox.Tests;

/// <summary>What runs on the host, as tests of orphans need to know it.</summary>
public static class HostProcesses
{
    /// <summary>Living processes that have a word in their command line.</summary>
    public static IReadOnlyList<int> WithArgument(string word)
    {
        List<int> found = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && CommandLine(folder).Contains(word, StringComparison.Ordinal))
            {
                found.Add(process);
            }
        }

        return found;
    }

    /// <summary>Waits until there are none; the kernel kills orphans at once, but not before their parent's death is announced.</summary>
    public static Task<bool> AreGoneAsync(string word, TimeSpan patience) => BecomesTrueAsync(() => WithArgument(word).Count == 0, patience);

    /// <summary>Waits until a host's control groups are removed.</summary>
    public static Task<bool> GroupsAreGoneAsync(int host, TimeSpan patience) => BecomesTrueAsync(() => Groups(host).Count == 0, patience);

    /// <summary>Folders of the control groups of a host's sandboxes.</summary>
    public static IReadOnlyList<string> Groups(int host) => Directory.Exists("/sys/fs/cgroup")
        ? [.. Directory.EnumerateDirectories("/sys/fs/cgroup", $"cambrian-{host}-*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })]
        : [];

    private static async Task<bool> BecomesTrueAsync(Func<bool> condition, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += TimeSpan.FromMilliseconds(20))
        {
            if (condition())
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return false;
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline")));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
