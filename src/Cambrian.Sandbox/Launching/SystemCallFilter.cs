using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// The seccomp filter: a classic BPF program over the system call's number and arguments (seccomp(2), linux/filter.h).
/// A deny-list, as any language's runtime must work inside: what the namespaces do not already take away is refused with
/// EPERM; clone3 gets ENOSYS, since its flags lie behind a pointer that a filter cannot read, and runtimes then use clone.
/// </summary>
internal static class SystemCallFilter
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpEqual = 0x15;
    private const ushort JumpGreaterOrEqual = 0x35;
    private const ushort JumpAnySet = 0x45;
    private const ushort Return = 0x06;

    private const uint Allow = 0x7FFF0000;
    private const uint KillProcess = 0x80000000;
    private const uint NotPermitted = 0x00050000 | 1;
    private const uint NotImplemented = 0x00050000 | 38;

    // Offsets in struct seccomp_data; arguments are 64 bits wide, low half first.
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;
    private const uint SecondArgumentOffset = 24;

    // Every CLONE_NEW… flag that clone takes: cgroup, uts, ipc, user, pid, net, mount.
    private const uint NamespaceFlags = 0x7E020000;
    private const uint LocalSocket = 1;

    // Both versions of the internet protocol, and the kernel's own by which a program learns of its addresses.
    private static readonly uint[] NetworkSockets = [2, 10, 16];

    private const uint InsertInput = 0x5412;
    private const uint ConsoleControl = 0x541C;
    private const uint ThirtyTwoBitNumbers = 0x40000000;

    /// <summary>The program for this machine's architecture; null when there is no table for it.</summary>
    /// <param name="network">Whether sockets of the internet protocol are let through.</param>
    public static byte[]? ForThisMachine(bool network = false) => For(RuntimeInformation.ProcessArchitecture, network);

    /// <summary>The program for an architecture; null when there is no table for it.</summary>
    /// <param name="architecture">Of the machine.</param>
    /// <param name="network">Whether sockets of the internet protocol are let through.</param>
    public static byte[]? For(Architecture architecture, bool network = false) => SystemCallNumbers.For(architecture) is { } numbers ? Assemble(numbers, network) : null;

    private static byte[] Assemble(SystemCallNumbers numbers, bool network)
    {
        List<Instruction> program =
        [
            new(LoadWord, 0, 0, ArchitectureOffset),
            new(JumpEqual, 1, 0, numbers.AuditArchitecture),
            new(Return, 0, 0, KillProcess),
            new(LoadWord, 0, 0, NumberOffset),
            new(JumpGreaterOrEqual, 0, 1, ThirtyTwoBitNumbers),
            new(Return, 0, 0, KillProcess),
        ];
        foreach (var number in numbers.Denied)
        {
            program.AddRange([new(JumpEqual, 0, 1, number), new(Return, 0, 0, NotPermitted)]);
        }

        program.AddRange([new(JumpEqual, 0, 1, SystemCallNumbers.Clone3), new(Return, 0, 0, NotImplemented)]);
        program.AddRange(Guard(numbers.CloneProcess, FirstArgumentOffset, [new(JumpAnySet, 0, 1, NamespaceFlags), new(Return, 0, 0, NotPermitted)]));
        program.AddRange(Guard(numbers.Socket, FirstArgumentOffset, Sockets(network ? [LocalSocket, .. NetworkSockets] : [LocalSocket])));
        program.AddRange(Guard(numbers.DeviceControl, SecondArgumentOffset,
            [new(JumpEqual, 1, 0, InsertInput), new(JumpEqual, 0, 1, ConsoleControl), new(Return, 0, 0, NotPermitted)]));
        program.Add(new(Return, 0, 0, Allow));
        return [.. program.SelectMany(instruction => instruction.ToBytes())];
    }

    // A family that is permitted jumps over the rest of the list and over the refusal at its end.
    private static IReadOnlyList<Instruction> Sockets(IReadOnlyList<uint> permitted) =>
        [.. permitted.Select((family, index) => new Instruction(JumpEqual, (byte)(permitted.Count - index), 0, family)), new(Return, 0, 0, NotPermitted)];

    // If the number matches: look at an argument, decide, and allow what the decision let through.
    private static IEnumerable<Instruction> Guard(uint number, uint argument, IReadOnlyList<Instruction> decision) =>
    [
        new(JumpEqual, 0, (byte)(decision.Count + 2), number),
        new(LoadWord, 0, 0, argument),
        .. decision,
        new(Return, 0, 0, Allow),
    ];

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Operand)
    {
        public byte[] ToBytes()
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, Code);
            bytes[2] = IfTrue;
            bytes[3] = IfFalse;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Operand);
            return bytes;
        }
    }
}
