namespace Cambrian.Commands;

/// <summary>The world as the commands see it. Tests make their own.</summary>
internal sealed record Host
{
    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string Directory { get; init; }

    /// <summary>Where Cambrian's own problems and documents are; null when it was installed without them.</summary>
    public string? Installation { get; init; }

    /// <summary>Whether standard output is a terminal that understands control codes.</summary>
    public bool Interactive { get; init; }

    /// <summary>Whether an internal error shows its stack trace.</summary>
    public bool Debug { get; init; }

    /// <summary>Where a person's own files of Cambrian are; null for nowhere.</summary>
    public string? Settings { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Room that is gone when the command ends.</summary>
    public TemporaryFolder Temporary { get; } = new();

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The real one.</summary>
    public static Host OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Time = TimeProvider.System,
        Directory = System.Environment.CurrentDirectory,
        Installation = FindInstallation(AppContext.BaseDirectory),
        Interactive = !Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"),
        Debug = System.Environment.GetEnvironmentVariable("CAMBRIAN_DEBUG") == "1",
        Settings = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.ApplicationData), "cambrian"),
        Environment = System.Environment.GetEnvironmentVariable,
        Interrupted = Interruption.Listen(),
    };

    /// <summary>A path as a person typed it, made absolute.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, Directory);

    /// <summary>A path as a person would type it: relative where that is shorter.</summary>
    public string Relative(string path)
    {
        var relative = Path.GetRelativePath(Directory, path);
        return relative.StartsWith("../..", StringComparison.Ordinal) || relative.Length > path.Length ? path : relative;
    }

    private static string? FindInstallation(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cambrian.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
