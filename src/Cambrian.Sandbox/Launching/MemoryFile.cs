using System.ComponentModel;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox.Launching;

/// <summary>A file in memory that child processes can open by its path.</summary>
internal sealed class MemoryFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>A file of the given content.</summary>
    public MemoryFile(string name, ReadOnlySpan<byte> content)
    {
        var descriptor = Native.MemoryFile(name, Native.MemoryFileCloseOnExec);
        if (descriptor < 0)
        {
            throw new Win32Exception();
        }

        _handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(_handle, content, 0);
        ChildPath = $"/proc/self/fd/{descriptor}";
    }

    /// <summary>Where a child that still has our descriptors can open it, each time from its beginning.</summary>
    public string ChildPath { get; }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
