namespace Cambrian.Sandbox;

/// <summary>How far a sandboxed program's network reaches. Candidates never have any.</summary>
public enum NetworkReach
{
    /// <summary>Not even sockets of the internet protocol.</summary>
    None,

    /// <summary>A loopback device of its own, without a way out: what it reaches is what is served inside.</summary>
    Inside,

    /// <summary>The host's network, all of it.</summary>
    Host,
}
