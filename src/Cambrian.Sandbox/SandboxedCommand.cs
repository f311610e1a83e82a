using System.Collections.Immutable;

namespace Cambrian.Sandbox;

/// <summary>A program to run in a sandbox. Nothing of the host is visible inside but /usr, the command's own installation and what is mounted.</summary>
public sealed record SandboxedCommand
{
    /// <summary>Program and arguments. A bare name is looked up on the host's PATH, and its installation is mounted when it lies outside /usr.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>What may be read beside the system's own programs.</summary>
    public IReadOnlyList<Mount> ReadOnly { get; init; } = [];

    /// <summary>Inside paths (below a mount) that are covered up: a folder looks empty, a file cannot be read.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>Variables beside PATH, HOME, TMPDIR and LANG; nothing is inherited from the host.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where it starts; default the scratch folder.</summary>
    public string WorkingDirectory { get; init; } = Scratch;

    /// <summary>Its network. Never any for candidates: for agents that a person allows to reach their model. Default none.</summary>
    public NetworkReach Network { get; init; }

    /// <summary>What it may use.</summary>
    public SandboxLimits Limits { get; init; } = SandboxLimits.Default;

    /// <summary>The scratch folder: empty at the start, writable, gone at the end.</summary>
    public const string Scratch = "/tmp";
}
