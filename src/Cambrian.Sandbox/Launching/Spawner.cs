using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// Starts a process that inherits exactly the descriptors it is given. Unlike <see cref="System.Diagnostics.Process"/> it hands on
/// nothing else that happens to be open, gives the child its own session (a terminal's Ctrl-C must not reach it) and needs no
/// thread of the pool to wait for it.
/// </summary>
internal static unsafe class Spawner
{
    /// <summary>Starts a program.</summary>
    /// <param name="command">Absolute path and arguments.</param>
    /// <param name="environment">All of its variables, "NAME=value".</param>
    /// <param name="descriptors">Descriptor k of the child is a copy of element k of ours; ours must be 64 or greater.</param>
    /// <param name="opened">Files opened for reading as further descriptors of the child: afresh, hence from their beginning.</param>
    /// <returns>The process id.</returns>
    public static int Start(IReadOnlyList<string> command, IReadOnlyList<string> environment, ReadOnlySpan<int> descriptors, params ReadOnlySpan<string> opened)
    {
        using var texts = new NativeTexts();
        var actions = stackalloc byte[Native.SpawnStructBytes];
        var attributes = stackalloc byte[Native.SpawnStructBytes];
        Native.InitialiseActions(actions);
        Native.InitialiseAttributes(attributes);
        try
        {
            AddDescriptors(actions, descriptors, opened, texts);
            SetSignals(attributes);
            var arguments = texts.Array(command);
            var error = Native.Spawn(out var process, arguments[0], actions, attributes, arguments, texts.Array(environment));
            return error == 0 ? process : throw new Win32Exception(error, $"'{command[0]}' could not be started: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
        finally
        {
            Native.DestroyActions(actions);
            Native.DestroyAttributes(attributes);
        }
    }

    private static void AddDescriptors(byte* actions, ReadOnlySpan<int> descriptors, ReadOnlySpan<string> opened, NativeTexts texts)
    {
        for (var target = 0; target < descriptors.Length; target++)
        {
            Native.AddDuplicate(actions, descriptors[target], target);
        }

        for (var index = 0; index < opened.Length; index++)
        {
            Native.AddOpen(actions, descriptors.Length + index, texts.Text(opened[index]), 0, 0);
        }

        CloseOthers(actions, descriptors.Length + opened.Length);
    }

    private static void CloseOthers(byte* actions, int first)
    {
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addclosefrom_np", out _))
        {
            Native.AddCloseFrom(actions, first);
            return;
        }

        // What the host itself inherited has no close-on-exec flag. One that is closed meanwhile is no error.
        foreach (var path in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(path), out var descriptor) && descriptor >= first)
            {
                Native.AddClose(actions, descriptor);
            }
        }
    }

    // .NET ignores SIGPIPE and blocks some signals; a child expects the defaults.
    private static void SetSignals(byte* attributes)
    {
        var set = stackalloc byte[Native.SignalSetBytes];
        new Span<byte>(set, Native.SignalSetBytes).Clear();
        Native.SetSignalMask(attributes, set);
        Native.FillSignals(set);
        Native.SetDefaultSignals(attributes, set);
        Native.SetFlags(attributes, Native.SpawnFlags);
    }

    /// <summary>Zero-terminated texts that live until the end of the call.</summary>
    private sealed class NativeTexts : IDisposable
    {
        private readonly List<nint> _allocated = [];

        public byte* Text(string text)
        {
            var pointer = Marshal.StringToCoTaskMemUTF8(text);
            _allocated.Add(pointer);
            return (byte*)pointer;
        }

        public byte** Array(IReadOnlyList<string> texts)
        {
            var array = (byte**)Marshal.AllocCoTaskMem((texts.Count + 1) * sizeof(nint));
            _allocated.Add((nint)array);
            for (var index = 0; index < texts.Count; index++)
            {
                array[index] = Text(texts[index]);
            }

            array[texts.Count] = null;
            return array;
        }

        public void Dispose() => _allocated.ForEach(Marshal.FreeCoTaskMem);
    }
}
