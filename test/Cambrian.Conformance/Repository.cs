namespace Cambrian.Conformance;

/// <summary>Where the repository is that the tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Cambrian.slnx"))
        ? folder
        : Above(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("The tests were not built inside the repository."));
}
