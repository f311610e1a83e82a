namespace Cambrian.Sandbox.Launching;

/// <summary>The system-call filters of this machine as files that bubblewrap can read.</summary>
internal sealed class FilterFiles : IDisposable
{
    private readonly MemoryFile _local;
    private readonly MemoryFile _networked;

    private FilterFiles(byte[] local, byte[] networked)
    {
        _local = new MemoryFile("seccomp", local);
        _networked = new MemoryFile("seccomp-network", networked);
    }

    /// <summary>The filters; null when there is no table for this machine.</summary>
    public static FilterFiles? ForThisMachine() =>
        SystemCallFilter.ForThisMachine() is { } local && SystemCallFilter.ForThisMachine(network: true) is { } networked ? new FilterFiles(local, networked) : null;

    /// <summary>The filter that suits a command.</summary>
    public MemoryFile Of(SandboxedCommand command) => command.Network == NetworkReach.None ? _local : _networked;

    /// <inheritdoc/>
    public void Dispose()
    {
        _local.Dispose();
        _networked.Dispose();
    }
}
