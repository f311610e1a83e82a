namespace Cambrian.Sandbox.Evaluators;

/// <summary>Lets a command start in a fresh copy of a tree over which a candidate's files are laid. All of it happens inside the sandbox, as the tree is as little trusted as the candidate.</summary>
internal static class LaidOverTree
{
    /// <summary>The exit code when the tree could not be laid out; the shell's own for programs that cannot be started follow it.</summary>
    public const int SetupFailed = 125;

    // Where there is no candidate, none is laid over. Its files are last: of equal paths it has only those it may change.
    private const string Script = """
        mkdir /tmp/work && tar -xf "$1" -C /tmp/work || exit 125
        if [ -d "$2" ]; then cp -R "$2/." /tmp/work/ || exit 125; fi
        cd /tmp/work || exit 125
        if [ -n "$3" ]; then PATH="$3:$PATH"; fi
        shift 3
        exec "$@"
        """;

    /// <summary>The command that lays the tree out and goes on with the given one.</summary>
    /// <param name="tree">The archive's path inside.</param>
    /// <param name="candidate">The candidate's folder inside; it need not exist.</param>
    /// <param name="given">The words as the problem's author wrote them.</param>
    /// <param name="words">The same with paths filled in.</param>
    public static IReadOnlyList<string> Command(string tree, string candidate, IReadOnlyList<string> given, IReadOnlyList<string> words) =>
        ["/bin/sh", "-c", Script, "cambrian", tree, candidate, string.Join(':', Toolchains(given).Select(tool => Path.GetDirectoryName(tool.Program)).Distinct(StringComparer.Ordinal)), .. words];

    /// <summary>The installations of the programs that a command names, where they lie outside /usr.</summary>
    public static IEnumerable<Mount> Mounts(IReadOnlyList<string> given) => Toolchains(given).SelectMany(tool => tool.Mounts).Distinct();

    private static IEnumerable<Toolchain> Toolchains(IReadOnlyList<string> given) =>
        given.Take(1).Where(word => !word.Contains('/', StringComparison.Ordinal)).Select(Toolchain.Find).OfType<Toolchain>().Where(tool => tool.Mounts.Count > 0);
}
