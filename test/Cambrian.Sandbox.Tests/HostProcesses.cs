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
    public static async Task<bool> AreGoneAsync(string word, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += TimeSpan.FromMilliseconds(20))
        {
            if (WithArgument(word).Count == 0)
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
