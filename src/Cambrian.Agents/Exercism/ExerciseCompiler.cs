using System.Reflection;
using System.Text.Json;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.Agents.Exercism;

/// <summary>
/// Compiles a solution and an exercise's tests into assemblies of their own, so that nothing a solution declares can take the
/// place of what the tests call.
/// </summary>
internal sealed class ExerciseCompiler
{
    /// <summary>The file to start.</summary>
    public const string Runner = "runner.dll";

    private const string Usings = "global using System.IO; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // The alias makes a solution's own 'Assert' an error.
    private const string TestUsings = Usings + " global using Xunit; global using Assert = Xunit.Assert;";
    private const string SolutionUsings = Usings + " [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"tests\")]";

    // Tests are the track's, not a candidate's, and some of them join hundreds of lines in one expression.
    private static readonly SourceLimits Roomy = new() { Characters = 2_000_000, Nesting = 1_000, Depth = 2_000, Signs = 100_000, Overloads = 100, BracketsBesideInterpolation = 100_000, NestedLambdas = 5 };

    private readonly CandidateCompiler _solutions = new(ReferenceSet.Framework);
    private readonly byte[] _runner = CompileRunner();

    /// <summary>Compiles.</summary>
    /// <returns>The files to lay into the sandbox, or why there are none.</returns>
    public (IReadOnlyList<KeyValuePair<string, byte[]>> Files, string Fault) Compile(Artifact tests, Artifact solution, CancellationToken cancellation)
    {
        var solved = _solutions.Compile(With(solution, SolutionUsings), "solution", cancellation);
        if (solved.Image is null)
        {
            return ([], $"the solution does not compile: {solved.Errors[0]}");
        }

        var testing = new CandidateCompiler(ReferenceSet.Framework.With(_runner).With(solved.Image), allowed: null, Roomy).Compile(With(tests, TestUsings), "tests", cancellation);
        return testing.Image is null
            ? ([], $"the tests do not compile with it: {testing.Errors[0]}")
            : ([new("solution.dll", solved.Image), new("tests.dll", testing.Image), new(Runner, _runner), new("runner.runtimeconfig.json", Configuration())], "");
    }

    private static Artifact With(Artifact source, string usings) => new(source.Files.Append(KeyValuePair.Create("0.usings.cs", usings)));

    private static byte[] Configuration() =>
        JsonSerializer.SerializeToUtf8Bytes(new { runtimeOptions = new { framework = new { name = "Microsoft.NETCore.App", version = $"{Environment.Version}" } } });

    private static byte[] CompileRunner()
    {
        string[] files = ["Assert.cs", "Fact.cs", "Likeness.cs", "Runner.cs"];
        var source = new Artifact(files.Select(file => KeyValuePair.Create(file, Read(file))));
        var compiled = new CandidateCompiler(ReferenceSet.Framework, allowed: null, Roomy, isProgram: true).Compile(With(source, Usings), "runner");
        return compiled.Image ?? throw new InvalidOperationException($"The shim does not compile: {compiled.Feedback}");
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Exercism/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks '{name}'; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
