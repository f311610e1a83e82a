using System.Globalization;
using System.Text;
using Cambrian.Sandbox.ControlGroups;
using Cambrian.Sandbox.Launching;

namespace Cambrian.Sandbox;

/// <summary>What this machine offers for containing programs, as found by trying it.</summary>
public sealed record Machine
{
    private const string InstallHint = "install bubblewrap: 'sudo apt-get install bubblewrap' (Debian, Ubuntu), 'sudo dnf install bubblewrap' (Fedora), 'sudo pacman -S bubblewrap' (Arch)";

    /// <summary>The best grade that was tried and works.</summary>
    public required IsolationGrade Grade { get; init; }

    /// <summary>The same in words, for the ledger.</summary>
    public required string Isolation { get; init; }

    /// <summary>Everything looked at, each with one line of advice where it falls short.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    internal Bubblewrap? Bubblewrap { get; init; }

    internal bool HasFilter { get; init; }

    internal ControlGroupTree? Groups { get; init; }

    /// <summary>Looks, and runs a trial program in the best sandbox there is.</summary>
    public static async Task<Machine> ProbeAsync(CancellationToken cancellation)
    {
        var groups = ControlGroupTree.Find();
        var (bubblewrap, version) = await FindBubblewrapAsync(cancellation).ConfigureAwait(false);
        var hasFilter = SystemCallFilter.ForThisMachine() is not null && KernelFilters();
        var hoped = Of(bubblewrap, hasFilter, groups);
        var fault = bubblewrap is null ? "not installed" : await TryAsync(hoped, cancellation).ConfigureAwait(false);
        var machine = fault.Length == 0 ? hoped : Of(null, hasFilter, groups);
        return machine with { Findings = [BubblewrapFinding(bubblewrap, version, fault), FilterFinding(hasFilter), GroupsFinding(groups), .. Size()] };
    }

    /// <summary>One line: why a grade is out of reach and what to do.</summary>
    public string Advice(IsolationGrade wanted)
    {
        var reasons = Findings.Where(finding => finding is { Good: false, Advice.Length: > 0 }).Select(finding => $"{finding.Name} {finding.Found}: {finding.Advice}");
        return $"Isolation {wanted} was asked for, this machine offers {Grade} ({Isolation}). {string.Join("; ", reasons)}.";
    }

    internal SandboxRunner OpenRunner()
    {
#pragma warning disable CA2000 // The runner disposes the launcher, and that the rest.
        var filters = Bubblewrap is not null && HasFilter ? FilterFiles.ForThisMachine() : null;
        return new SandboxRunner(new Launcher(Bubblewrap, filters, Groups), Grade, Isolation);
#pragma warning restore CA2000
    }

    internal static Machine Of(Bubblewrap? bubblewrap, bool hasFilter, ControlGroupTree? groups)
    {
        var grade = bubblewrap is null ? IsolationGrade.Limits : hasFilter && groups is not null ? IsolationGrade.Full : IsolationGrade.Namespaces;
        string[] parts = [bubblewrap is null ? "rlimits" : hasFilter ? "bubblewrap+seccomp" : "bubblewrap", .. groups is null ? Array.Empty<string>() : [groups.Flavour]];
        return new Machine
        {
            Grade = grade,
            Isolation = $"L{(int)grade} {string.Join('+', parts)}",
            Findings = [],
            Bubblewrap = bubblewrap,
            HasFilter = hasFilter,
            Groups = groups,
        };
    }

    private static async Task<(Bubblewrap? Bubblewrap, string Version)> FindBubblewrapAsync(CancellationToken cancellation)
    {
        if (Toolchain.Find("bwrap")?.Program is not { } path)
        {
            return (null, "");
        }

        using var host = Of(null, hasFilter: false, null).OpenRunner();
        var version = await host.RunAsync(new SandboxedCommand { Command = [path, "--version"] }, default, cancellation).ConfigureAwait(false);
        var help = await host.RunAsync(new SandboxedCommand { Command = [path, "--help"] }, default, cancellation).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(help.Output.Span) + help.ErrorTail;
        return (new Bubblewrap(path, text.Contains("--size", StringComparison.Ordinal), text.Contains("--disable-userns", StringComparison.Ordinal)),
            Encoding.UTF8.GetString(version.Output.Span).Trim());
    }

    // Empty when it works; otherwise what bubblewrap said.
    private static async Task<string> TryAsync(Machine hoped, CancellationToken cancellation)
    {
        using var runner = hoped.OpenRunner();
        try
        {
            var result = await runner.RunAsync(new SandboxedCommand { Command = ["/bin/true"] }, default, cancellation).ConfigureAwait(false);
            return result.Exit.Succeeded ? "" : result.Exit.Message;
        }
        catch (SandboxUnavailableException exception)
        {
            return exception.Message;
        }
    }

    private static bool KernelFilters() =>
        File.Exists("/proc/sys/kernel/seccomp/actions_avail")
        && File.ReadAllText("/proc/sys/kernel/seccomp/actions_avail").Contains("errno", StringComparison.Ordinal);

    private static Finding BubblewrapFinding(Bubblewrap? bubblewrap, string version, string fault) => (bubblewrap, fault) switch
    {
        (null, _) => new Finding("bubblewrap", Good: false, "is not installed", InstallHint),
        (_, "") => new Finding("bubblewrap", Good: true, version + (bubblewrap.CapsScratch ? "" : ", too old to cap scratch files by itself")),
        _ => new Finding("bubblewrap", Good: false, $"{version} does not work ({fault})",
            "allow user namespaces: 'sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0' (Ubuntu) or 'sudo sysctl user.max_user_namespaces=10000'; in a container, start it with '--security-opt seccomp=unconfined'"),
    };

    private static Finding FilterFinding(bool hasFilter) => hasFilter
        ? new Finding("seccomp", Good: true, "system calls can be filtered")
        : new Finding("seccomp", Good: false, "is missing", "use a kernel with CONFIG_SECCOMP_FILTER on x64 or arm64");

    private static Finding GroupsFinding(ControlGroupTree? groups) => groups is not null
        ? new Finding("control groups", Good: true, groups.Flavour)
        : new Finding("control groups", Good: false, "are not ours to write; memory and processes are limited by sampling and rlimits",
            "start Cambrian with 'systemd-run --user --scope -p Delegate=yes', or as root");

    private static IEnumerable<Finding> Size()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        yield return new Finding("processors", Good: true, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        yield return memory >= 2048
            ? new Finding("memory", Good: true, $"{memory} MiB")
            : new Finding("memory", Good: false, $"{memory} MiB", "2 GiB or more are recommended; use fewer workers with --parallel 1");
    }
}
