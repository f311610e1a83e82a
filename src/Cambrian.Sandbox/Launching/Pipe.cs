using System.ComponentModel;
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox.Launching;

/// <summary>A pipe with one end for us and one for a child.</summary>
internal sealed class Pipe : IDisposable
{
    // The spawner copies ends to 0, 1, 2, … in turn; ends of ours down there would be overwritten before they are copied.
    private const int FirstSafeDescriptor = 64;
    private int _ours;

    private Pipe(int ours, int childs) => (_ours, ChildEnd) = (ours, childs);

    /// <summary>The child's end; ours to close once the child has it.</summary>
    public int ChildEnd { get; private set; }

    /// <summary>A pipe that the child reads from.</summary>
    public static Pipe ToChild()
    {
        var (read, write) = Create();
        return new Pipe(write, MoveUp(read));
    }

    /// <summary>A pipe that the child writes to.</summary>
    public static Pipe FromChild()
    {
        var (read, write) = Create();
        return new Pipe(read, MoveUp(write));
    }

    /// <summary>Our end as a stream that waits without holding a thread. Takes the end over.</summary>
    public Stream Open(PipeDirection direction)
    {
#pragma warning disable CA2000 // The stream disposes the handle.
        return new AnonymousPipeClientStream(direction, new SafePipeHandle(Take(), ownsHandle: true));
#pragma warning restore CA2000
    }

    /// <summary>Our end as a plain file. Takes the end over.</summary>
    public SafeFileHandle OpenHandle() => new(Take(), ownsHandle: true);

    /// <summary>Reads what is there until every writer has closed its end, or the buffer is full.</summary>
    public static unsafe int ReadToEnd(SafeFileHandle handle, Span<byte> buffer)
    {
        var length = 0;
        fixed (byte* bytes = buffer)
        {
            while (Native.Read((int)handle.DangerousGetHandle(), bytes + length, buffer.Length - length) is > 0 and var count)
            {
                length += (int)count;
            }
        }

        return length;
    }

    /// <summary>Writes an empty line; a reader that is gone does not matter.</summary>
    public static unsafe void WriteLine(SafeFileHandle handle)
    {
        var line = (byte)'\n';
        _ = Native.Write((int)handle.DangerousGetHandle(), &line, 1);
    }

    /// <summary>Writes an empty line into our end, which must not have been taken over yet; a reader that is gone does not matter.</summary>
    public unsafe void WriteLine()
    {
        var line = (byte)'\n';
        _ = Native.Write(_ours, &line, 1);
    }

    /// <summary>Closes the child's end, and ours unless it was taken over.</summary>
    public void Dispose()
    {
        foreach (var end in (int[])[ChildEnd, _ours])
        {
            if (end >= 0)
            {
                _ = Native.Close(end);
            }
        }

        (ChildEnd, _ours) = (-1, -1);
    }

    private int Take()
    {
        var taken = _ours;
        _ours = -1;
        return taken;
    }

    private static unsafe (int Read, int Write) Create()
    {
        var ends = stackalloc int[2];
        return Native.Pipe(ends, Native.CloseOnExec) == 0 ? (ends[0], ends[1]) : throw new Win32Exception();
    }

    private static int MoveUp(int descriptor)
    {
        var moved = Native.Control(descriptor, Native.DuplicateCloseOnExec, FirstSafeDescriptor);
        _ = Native.Close(descriptor);
        return moved >= 0 ? moved : throw new Win32Exception();
    }
}
