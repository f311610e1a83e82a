using System.Security.Cryptography;
using Cambrian.Core;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>
/// Measures candidates in any language: each in a fresh sandbox, by a program that prints one JSON object. In the two-step form
/// the program beside the candidate only carries its answer home, and another, in a sandbox where the candidate never was, works
/// out what the answer is worth: nothing the candidate claims is believed.
/// </summary>
public sealed class CommandEvaluator : IEvaluator
{
    private const string CandidateFolder = "/candidate";
    private const string ProblemFolder = "/problem";
    private const int StandardErrorShown = 2000;

    /// <summary>Equal runs give equal results, and one candidate does not use every processor.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PYTHONHASHSEED"] = "0",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["PYTHONUNBUFFERED"] = "1",
        ["OMP_NUM_THREADS"] = "1",
        ["OPENBLAS_NUM_THREADS"] = "1",
        ["MKL_NUM_THREADS"] = "1",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_NOLOGO"] = "1",
    };

    private readonly SandboxRunner _runner;
    private readonly CommandEvaluatorOptions _options;
    private readonly string _folder;
    private readonly SealedFiles _sealed;
    private readonly ReportParser _parser;

    /// <summary>An evaluator of one split of a problem folder.</summary>
    /// <param name="runner">Where the programs run; must outlive this.</param>
    /// <param name="options">Which programs.</param>
    /// <exception cref="ArgumentException">There is no folder or no command, or a sealed pattern covers nothing; the message says which.</exception>
    public CommandEvaluator(SandboxRunner runner, CommandEvaluatorOptions options)
    {
        (_runner, _options) = (runner, options);
        _folder = Path.GetFullPath(options.ProblemFolder);
        if (!Directory.Exists(_folder))
        {
            throw new ArgumentException($"The problem folder '{options.ProblemFolder}' does not exist.", nameof(options));
        }

        if (options.Run.Count == 0)
        {
            throw new ArgumentException("The evaluator's command is empty; expected a program and its arguments, for instance [\"python3\", \"evaluator.py\", \"{candidate}\"].", nameof(options));
        }

        _sealed = new SealedFiles(_folder, options.Sealed);
        _parser = new ReportParser(options.ScoreField);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("cambrian-candidate-");
        try
        {
            await WriteAsync(artifact, folder.FullName, cancellation).ConfigureAwait(false);
            return _options.Score.Count == 0
                ? await ReportAsync(folder.FullName, cancellation).ConfigureAwait(false)
                : await AnswerAndReportAsync(folder.FullName, cancellation).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Evaluation> ReportAsync(string candidate, CancellationToken cancellation)
    {
        var masked = _sealed.Except(_options.Split).Select(Inside);
        var report = await RunAsync(_options.Run, masked, [new Mount(candidate, CandidateFolder)], default, cancellation).ConfigureAwait(false);
        return Judge(report, "The evaluator's command");
    }

    private async Task<Evaluation> AnswerAndReportAsync(string candidate, CancellationToken cancellation)
    {
        var answer = await RunAsync(_options.Run, _sealed.All.Select(Inside), [new Mount(candidate, CandidateFolder)], default, cancellation).ConfigureAwait(false);
        if (!answer.Exit.Succeeded)
        {
            return Fault(answer, "The candidate's run");
        }

        var report = await RunAsync(_options.Score, _sealed.Except(_options.Split).Select(Inside), [], answer.Output, cancellation).ConfigureAwait(false);
        return Judge(report, "The scoring command") with
        {
            Behaviour = Convert.ToHexStringLower(SHA256.HashData(answer.Output.Span)),
            Cpu = answer.Exit.Cpu,
        };
    }

    private Task<SandboxResult> RunAsync(
        IReadOnlyList<string> words, IEnumerable<string> masked, IReadOnlyList<Mount> mounts, ReadOnlyMemory<byte> input, CancellationToken cancellation) =>
        _runner.RunAsync(
            new SandboxedCommand
            {
                Command = _options.Tree is { } tree ? LaidOverTree.Command(Inside(tree), CandidateFolder, words, [.. words.Select(Expand)]) : [.. words.Select(Expand)],
                ReadOnly = [new Mount(_folder, ProblemFolder), .. mounts, .. _options.Tree is null ? [] : LaidOverTree.Mounts(words)],
                Masked = [.. masked],
                Environment = Variables,
                Limits = _options.Limits,
            },
            input,
            cancellation);

    private Evaluation Judge(SandboxResult result, string who)
    {
        if (_options.ScoredByExitCode && ExitGrade.Of(result) is { } grade)
        {
            return grade.ToEvaluation(Direction.Maximise) with { Cpu = result.Exit.Cpu, Isolation = result.Isolation };
        }

        if (!result.Exit.Succeeded)
        {
            return Fault(result, who);
        }

        var report = _parser.Parse(result.Output);
        if (report.Fault is { } fault)
        {
            var trace = Tail(result.ErrorTail);
            return Evaluation.None(report.Outcome, report.Outcome == Outcome.Failed ? $"{who} reported nothing that can be used: {fault}{trace}" : fault) with
            {
                Cpu = result.Exit.Cpu,
                Isolation = result.Isolation,
            };
        }

        return report.ToEvaluation(_options.Direction) with { Cpu = result.Exit.Cpu, Isolation = result.Isolation };
    }

    private static Evaluation Fault(SandboxResult result, string who)
    {
        var outcome = result.Exit.Reason is ExitReason.TimedOut or ExitReason.CpuExceeded ? Outcome.TimedOut : Outcome.Failed;
        return Evaluation.None(outcome, $"{who} {Predicate(result.Exit)}.{Tail(result.ErrorTail)}") with { Cpu = result.Exit.Cpu, Isolation = result.Isolation };
    }

    private static string Predicate(SandboxExit exit) => exit.Reason switch
    {
        ExitReason.Exited or ExitReason.Crashed => exit.Message,
        _ => "was " + exit.Message,
    };

    private static string Tail(string standardError)
    {
        var text = standardError.Trim();
        return text.Length == 0 ? "" : Environment.NewLine + (text.Length > StandardErrorShown ? "…" + text[^StandardErrorShown..] : text);
    }

    private string Expand(string word)
    {
        var isFile = !word.StartsWith('-') && !Path.IsPathRooted(word) && File.Exists(Path.Combine(_folder, word));
        return isFile ? Inside(word) : word
            .Replace("{candidate}", CandidateFolder, StringComparison.Ordinal)
            .Replace("{problem}", ProblemFolder, StringComparison.Ordinal)
            .Replace("{scratch}", SandboxedCommand.Scratch, StringComparison.Ordinal)
            .Replace("{split}", _options.Split, StringComparison.Ordinal);
    }

    private static string Inside(string path) => $"{ProblemFolder}/{path}";

    private static async Task WriteAsync(Artifact artifact, string folder, CancellationToken cancellation)
    {
        foreach (var (path, text) in artifact.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
        }
    }
}
