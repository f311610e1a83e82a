using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Cambrian.CSharp.Compiling;

/// <summary>
/// Compiles the C# files of an artifact to an assembly image in memory: optimised, deterministic, no symbols, no unsafe code,
/// arithmetic unchecked, nullable annotations ignored, System, System.Collections.Generic and System.Linq imported. Safe to
/// share between threads.
/// </summary>
/// <param name="references">What the source may see.</param>
/// <param name="allowed">What it may use of that; null for trusted code such as an evaluator.</param>
/// <param name="limits">How large it may be; null for the defaults.</param>
/// <param name="isProgram">Whether the assembly can be started: one of the files declares Main.</param>
public sealed class CandidateCompiler(ReferenceSet references, ApiAllowList? allowed = null, SourceLimits? limits = null, bool isProgram = false)
{
    /// <summary>Errors reported of one source at most.</summary>
    public const int MaxErrors = 10;

    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.Linq;", ParseOptions, "");

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: false,
        allowUnsafe: false,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        concurrentBuild: false,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Disable);

    private readonly SourceLimits _limits = limits ?? SourceLimits.Default;
    private readonly CSharpCompilationOptions _options = isProgram ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options;

    /// <summary>Compiles an artifact.</summary>
    /// <param name="artifact">Its *.cs files are compiled, all into one assembly; other files are ignored.</param>
    /// <param name="assemblyName">The assembly's name.</param>
    /// <param name="cancellation">Obeyed between methods.</param>
    /// <returns>The image, or the reasons why there is none: a limit, a syntax error, a type error, something not allowed.</returns>
    public CompiledSource Compile(Artifact artifact, string assemblyName = "candidate", CancellationToken cancellation = default)
    {
        var parsed = Parse(artifact, cancellation);
        if (parsed.Errors.Count > 0)
        {
            return CompiledSource.Failed(parsed.Errors);
        }

#pragma warning disable CA1031 // Untrusted text meets the compiler here; a fault of the compiler's own (it has some) is that text's result.
        try
        {
            return Emit(Bind(parsed.Trees, assemblyName), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return CompiledSource.Failed([$"The compiler itself failed in {fault.TargetSite?.DeclaringType?.Name}.{fault.TargetSite?.Name}: {fault.GetType().Name}: {fault.Message}"]);
        }
#pragma warning restore CA1031
    }

    /// <summary>Checks an artifact without making an image; about half the price of <see cref="Compile"/>.</summary>
    /// <returns>What <see cref="Compile"/> would complain about; empty when nothing.</returns>
    public IReadOnlyList<string> Check(Artifact artifact, CancellationToken cancellation = default)
    {
        var parsed = Parse(artifact, cancellation);
        if (parsed.Errors.Count > 0)
        {
            return parsed.Errors;
        }

        var compilation = Bind(parsed.Trees, "candidate");
        var errors = Errors(compilation.GetDiagnostics(cancellation));
        return errors.Count > 0 || allowed is null ? errors : Lines(allowed.Check(compilation, cancellation));
    }

    /// <summary>The trees of an artifact within the limits, without syntax errors; or the errors.</summary>
    internal (IReadOnlyList<SyntaxTree> Trees, IReadOnlyList<string> Errors) Parse(Artifact artifact, CancellationToken cancellation)
    {
        var files = artifact.Files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).ToArray();
        if (files.Length == 0)
        {
            return ([], ["The artifact has no C# file; expected at least one whose name ends in '.cs'."]);
        }

        if (_limits.Refuse(files) is { } refused)
        {
            return ([], [refused]);
        }

        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key, cancellationToken: cancellation))];
        var errors = Errors(trees.SelectMany(tree => tree.GetDiagnostics(cancellation)));
        return errors.Count > 0
            ? ([], errors)
            : (trees, [.. trees.Select(tree => _limits.Refuse(tree, cancellation)).OfType<string>()]);
    }

    /// <summary>A compilation of trees against this compiler's references.</summary>
    internal CSharpCompilation Bind(IEnumerable<SyntaxTree> trees, string assemblyName) =>
        CSharpCompilation.Create(assemblyName, trees.Append(Usings), references.References, _options);

    private CompiledSource Emit(CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(includePrivateMembers: true), cancellationToken: cancellation);
        if (!emitted.Success)
        {
            return CompiledSource.Failed(Errors(emitted.Diagnostics));
        }

        var bytes = image.ToArray();
        var violations = Violations(compilation, bytes, cancellation);
        return violations.Count == 0 ? new CompiledSource(bytes, []) : CompiledSource.Failed(violations);
    }

    // The image answers most questions at once; only when it cannot tell is the compiler asked, which binds everything again.
    private IReadOnlyList<string> Violations(CSharpCompilation compilation, byte[] image, CancellationToken cancellation)
    {
        if (allowed is null || ImageScreen.Screen(allowed, image) is not { Result: not ScreenResult.Clean } screened)
        {
            return [];
        }

        var violations = Lines(allowed.Check(compilation, cancellation));
        return violations.Count == 0 && screened.Result == ScreenResult.Refused ? [$"the program uses {screened.Reason}, which is not allowed"] : violations;
    }

    private static List<string> Lines(IReadOnlyList<ApiViolation> violations) => [.. violations.Take(MaxErrors).Select(violation => violation.ToString())];

    private static List<string> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(MaxErrors).Select(Describe)];

    private static string Describe(Diagnostic diagnostic) =>
        $"{Place.Of(diagnostic.Location)}: {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
