namespace Cambrian.Sandbox;

/// <summary>How well a program is contained; greater is better. Recorded with every score.</summary>
public enum IsolationGrade
{
    /// <summary>L0: not contained at all; what runs inside the host's own process.</summary>
    None,

    /// <summary>L1: resource limits and a deadline only. The program sees the host's files and network. Only when asked for.</summary>
    Limits,

    /// <summary>L2: bubblewrap: own file system view, process tree and no network, with a system-call filter where the machine has one.</summary>
    Namespaces,

    /// <summary>L3: L2 with the filter, and memory and processes limited for the whole tree by a control group.</summary>
    Full,
}
