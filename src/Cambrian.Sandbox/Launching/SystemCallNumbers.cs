using System.Runtime.InteropServices;

namespace Cambrian.Sandbox.Launching;

/// <summary>An architecture's numbers of the system calls that the filter looks at (linux/audit.h, asm/unistd.h).</summary>
internal sealed record SystemCallNumbers(uint AuditArchitecture, uint CloneProcess, uint Socket, uint DeviceControl, IReadOnlyList<uint> Denied)
{
    /// <summary>clone3, everywhere.</summary>
    public const uint Clone3 = 435;

    // From here on numbers are the same everywhere: io_uring ×3, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick,
    // pidfd_getfd, process_madvise, mount_setattr, quotactl_fd, memfd_secret.
    private static readonly uint[] Common = [425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 440, 442, 443, 447];

    // In groups: looking into and steering other processes; mounts and namespaces; kernel, modules and machine;
    // clocks and names; keys; files by handle and notification; ports of the x86.
    private static readonly SystemCallNumbers X64 = new(0xC000003E, CloneProcess: 56, Socket: 41, DeviceControl: 16,
    [
        101, 310, 311, 312, 256, 279,
        165, 166, 155, 161, 308, 272,
        167, 168, 169, 175, 176, 313, 246, 320, 321, 298, 323, 163, 179, 103, 153, 212,
        164, 227, 159, 305, 170, 171,
        248, 249, 250,
        303, 304, 300,
        172, 173,
        .. Common,
    ]);

    private static readonly SystemCallNumbers Arm64 = new(0xC00000B7, CloneProcess: 220, Socket: 198, DeviceControl: 29,
    [
        117, 270, 271, 272, 238, 239,
        40, 39, 41, 51, 268, 97,
        224, 225, 142, 105, 106, 273, 104, 294, 280, 241, 282, 89, 60, 116, 58, 18,
        170, 112, 171, 266, 161, 162,
        217, 218, 219,
        264, 265, 262,
        .. Common,
    ]);

    /// <summary>The table of an architecture, or null.</summary>
    public static SystemCallNumbers? For(Architecture architecture) => architecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        _ => null,
    };
}
