using Cambrian.Sandbox;

namespace Cambrian.Repositories.Plumbing;

/// <summary>
/// How git is called so that nothing of a repository runs on this machine: a repository's own configuration can name programs for hooks,
/// filters, monitors, pagers, transports and signatures, and a hostile one does.
/// </summary>
internal static class GitEnvironment
{
    // The command line comes before every file of configuration.
    private static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.untrackedCache=false", "core.splitIndex=false",
        "core.pager=cat", "core.editor=false", "core.sshCommand=false", "core.askPass=false", "core.gitProxy=", "core.alternateRefsCommand=false",
        "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "core.quotePath=false", "core.useReplaceRefs=false",
        "credential.helper=", "diff.external=", "gpg.program=false", "gpg.ssh.program=false", "gpg.x509.program=false", "log.showSignature=false",
        "blame.ignoreRevsFile=", "i18n.commitEncoding=utf-8", "protocol.allow=never", "gc.auto=0", "maintenance.auto=false", "submodule.recurse=false",
    ];

    /// <summary>The options that go before a command.</summary>
    public static IReadOnlyList<string> Options { get; } = ["--no-pager", "--literal-pathspecs", .. Settings.SelectMany(setting => new[] { "-c", setting })];

    /// <summary>The whole environment: nothing of ours is inherited but where programs and the person's own settings are.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
        ["HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        ["LC_ALL"] = "C",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",

        // A partial clone would fetch what is missing, by a program that its configuration names.
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_ALLOW_PROTOCOL"] = "none",
    };

    /// <summary>Where git is. An absolute path: a bare name would be looked for in the current folder first, which may be the repository.</summary>
    /// <exception cref="RepositoryException">It is not installed.</exception>
    public static string Program() => Toolchain.Find("git") is { Program: var program } && Path.IsPathRooted(program)
        ? program
        : throw new RepositoryException("git is not installed here, or not on the PATH. Install it (Debian: 'apt install git'): repositories are read and branches are made with it.");
}
