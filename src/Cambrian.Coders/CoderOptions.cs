namespace Cambrian.Coders;

/// <summary>A coding agent that is called without a person at its keyboard.</summary>
public sealed record CoderOptions
{
    /// <summary>Where <see cref="Command"/> takes the task.</summary>
    public const string Task = "{task}";

    /// <summary>Among <see cref="Endpoints"/>: the network is not restricted.</summary>
    public const string Everything = "*";

    /// <summary>Its name in the ledger.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments; <see cref="Task"/> in one of them becomes the task in words.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Whether it speaks the Agent Client Protocol on its standard streams, and so asks before it changes a file. The task goes that way. Default false.</summary>
    public bool Acp { get; init; }

    /// <summary>Names of variables that it gets from the host's environment, as keys: values are never written anywhere.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Files and folders of the host that it may read, such as its settings; "~" is the home folder, and below it they appear in the agent's own.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Whom it has to reach: "host" (port 443) or "host:port"; <see cref="Everything"/> for the host's network, all of it.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>Whether it may reach its <see cref="Endpoints"/>, which a person allows. Default false: no network.</summary>
    public bool Network { get; init; }

    /// <summary>What one child of it costs beside its evaluation, in evaluations, for a bandit that has others to ask: 0 or more, default 1.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>Seconds until it is interrupted; what it changed until then counts. Default 600.</summary>
    public double TimeLimit { get; init; } = 600;

    /// <summary>Memory in MiB. Default 4,096.</summary>
    public int Memory { get; init; } = 4096;
}
