using System.Text.Json;

namespace Cambrian.Sandbox.Python;

/// <summary>Which Python runs an evaluator, and which of the modules that it imports are there.</summary>
/// <param name="Interpreter">Absolute path of the interpreter that lacks least.</param>
/// <param name="Version">Its version.</param>
/// <param name="Needed">Modules that must be there, those of the standard library left out.</param>
/// <param name="Optional">Modules that something may do without.</param>
/// <param name="Missing">Those of both that are not there.</param>
public sealed record PythonNeeds(string Interpreter, string Version, IReadOnlyList<string> Needed, IReadOnlyList<string> Optional, IReadOnlyList<string> Missing)
{
    private const string SystemInterpreter = "/usr/bin/python3";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Debian's names where they are not "python3-" and the module's.
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["cv2"] = "python3-opencv",
        ["PIL"] = "python3-pil",
        ["Crypto"] = "python3-pycryptodome",
        ["dateutil"] = "python3-dateutil",
    };

    private static readonly string[] Debian =
        ["numpy", "scipy", "yaml", "bs4", "pandas", "sklearn", "networkx", "sympy", "matplotlib", "numba", "requests", "tqdm", "torch", "lxml", "h5py", "statsmodels", "shapely", "psutil", "orjson"];

    /// <summary>Whether the evaluator can be imported.</summary>
    public bool Suffices => !Needed.Any(Missing.Contains);

    /// <summary>One line: what is needed, what has it, and how to get what is missing.</summary>
    public string Sentence
    {
        get
        {
            var modules = Needed.Count > 0 ? $" with {string.Join(", ", Needed)}" : "";
            var python = $"Python {Version} ({Interpreter})";
            return Missing.Count == 0 ? $"needs Python{modules}: {python} has it"
                : Suffices ? $"needs Python{modules}: {python} has it, but not {string.Join(", ", Missing)}, which something in it may want ({Advice})"
                : $"needs Python{modules}, but {python} lacks {string.Join(", ", Missing.Where(Needed.Contains))}: {Advice}";
        }
    }

    private string Advice
    {
        get
        {
            var packaged = Missing.Where(module => Debian.Contains(module) || Packages.ContainsKey(module)).ToList();
            var others = Missing.Except(packaged).ToList();
            return string.Join("; ", new[]
            {
                packaged.Count > 0 ? $"sudo apt-get install {string.Join(' ', packaged.Select(module => Packages.GetValueOrDefault(module, "python3-" + module)))}" : "",
                others.Count > 0 ? $"pip install {string.Join(' ', others)}" : "",
            }.Where(part => part.Length > 0));
        }
    }

    /// <summary>Looks at the Python on PATH and at the system's own, inside the sandbox; nothing of the problem is run.</summary>
    /// <param name="runner">Where to look.</param>
    /// <param name="options">The evaluator.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no Python, or a file is no Python; the message says which.</exception>
    public static async Task<PythonNeeds> FindAsync(SandboxRunner runner, PythonEvaluatorOptions options, CancellationToken cancellation)
    {
        var interpreters = new[] { Toolchain.Find("python3")?.Program, SystemInterpreter }.OfType<string>().Distinct(StringComparer.Ordinal).Where(File.Exists);
        PythonNeeds? best = null;
        foreach (var interpreter in interpreters)
        {
            var found = await LookAsync(runner, interpreter, options, cancellation).ConfigureAwait(false);
            best = best is null || found.Rank.CompareTo(best.Rank) < 0 ? found : best;
        }

        return best ?? throw new InvalidOperationException("The evaluator is written in Python, and there is no python3 on PATH: sudo apt-get install python3.");
    }

    private (int Needed, int All) Rank => (Needed.Count(Missing.Contains), Missing.Count);

    private static async Task<PythonNeeds> LookAsync(SandboxRunner runner, string interpreter, PythonEvaluatorOptions options, CancellationToken cancellation)
    {
        var result = await runner.RunAsync(PythonCommand.Imports(options, interpreter), default, cancellation).ConfigureAwait(false);
        if (!result.Exit.Succeeded)
        {
            throw new InvalidOperationException($"What the evaluator imports cannot be read: {interpreter} {result.Exit.Message}. {result.ErrorTail.Trim()}");
        }

        var found = JsonSerializer.Deserialize<Found>(result.Output.Span, Json)!; // our own script never prints "null"
        var provided = options.Provided.ToHashSet(StringComparer.Ordinal);
        return new PythonNeeds(interpreter, found.Version, Without(found.Needed), Without(found.Optional), Without(found.Missing));

        List<string> Without(IEnumerable<string> modules) => [.. modules.Where(module => !provided.Contains(module))];
    }

    private sealed record Found(string Version, IReadOnlyList<string> Needed, IReadOnlyList<string> Optional, IReadOnlyList<string> Missing);
}
