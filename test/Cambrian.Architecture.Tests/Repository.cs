using System.Text.RegularExpressions;

namespace Cambrian.Architecture.Tests;

/// <summary>The files and assemblies of the repository these tests were built from.</summary>
internal static partial class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "runs", ".git"];

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Relative paths of all files below a folder that are ours to keep in order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(NotOurs.Contains))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sources => Files("src", "*.cs");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static IEnumerable<string> Projects => Files("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file));

    public static IEnumerable<string> ReferencesOf(string project) =>
        ProjectReference().Matches(Read($"src/{project}/{project}.csproj")).Select(match => match.Groups[1].Value);

    /// <summary>The assemblies of the projects under src.</summary>
    public static IEnumerable<Assembly> Assemblies => Projects.Select(project => Assembly.LoadFrom(
        Path.Combine(AppContext.BaseDirectory, (project == "Cambrian" ? "cambrian" : project) + ".dll")));

    /// <summary>Our own types; those the compiler made are nobody's to judge.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Cambrian", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal) && type.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Cambrian.slnx")) ? folder : Above(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("Cambrian.slnx"));

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*?/([^/\"]+)\\.csproj\"")]
    private static partial Regex ProjectReference();
}
