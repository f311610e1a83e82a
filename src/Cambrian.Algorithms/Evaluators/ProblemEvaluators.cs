using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Core.Evaluators;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Evaluators;
using Cambrian.Sandbox.Python;

namespace Cambrian.Algorithms.Evaluators;

/// <summary>The evaluators of a problem folder: one for each split, so that the sealed cases stay unopened until they are asked for.</summary>
public sealed class ProblemEvaluators : IAsyncDisposable
{
    private const int RememberedEvaluations = 20_000;
    private readonly ProblemFolder _folder;
    private readonly SandboxRunner _sandbox;
    private readonly int _parallel;
    private readonly List<IAsyncDisposable> _owned = [];
    private readonly PythonWorkers? _python;

    /// <summary>The evaluators of a folder.</summary>
    /// <param name="folder">The problem.</param>
    /// <param name="sandbox">Where candidates, commands and judges run.</param>
    /// <param name="parallel">Evaluations at a time.</param>
    /// <param name="also">Folders beside the problem's that a peer's evaluator needs; null for none.</param>
    public ProblemEvaluators(ProblemFolder folder, SandboxRunner sandbox, int parallel, IReadOnlyList<string>? also = null)
    {
        (_folder, _sandbox, _parallel) = (folder, sandbox, parallel);
        Kernels = new KernelReader(folder.Rule());
        Preparation = new ProgramPreparation(folder.File.Evaluator.Entry ?? "", Kernels, ApiAllowList.Default);
        _python = folder.Peer is { } peer ? new PythonWorkers(sandbox, peer.EvaluatorOptions(folder) with { Parallel = parallel, Also = also ?? [] }) : null;
        Training = new CachingEvaluator(For(Split.Training), RememberedEvaluations);
    }

    /// <summary>Reads candidates as rules; proposers share it, so that a child is never parsed.</summary>
    public KernelReader Kernels { get; }

    /// <summary>Compiles candidates; shared with whoever calls another of their methods.</summary>
    public ProgramPreparation Preparation { get; }

    /// <summary>What the search sees.</summary>
    public IEvaluator Training { get; }

    /// <summary>One line on what the evaluator needs of this machine and whether it is there; null when it needs nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no Python for an evaluator that is written in it.</exception>
    public async Task<string?> NeedsAsync(CancellationToken cancellation) =>
        _python is null ? null : $"{_folder.Peer!.Evaluator} {(await _python.NeedsAsync(cancellation).ConfigureAwait(false)).Sentence}"; // workers come with a peer's folder

    /// <summary>The evaluator of one split. Its workers start with the first evaluation and end with this object.</summary>
    /// <exception cref="ProblemFolderException">The evaluator's source does not compile.</exception>
    public IEvaluator For(Split split)
    {
        var section = _folder.File.Evaluator;
        IEvaluator evaluator = _python is not null ? new PythonEvaluator(_python, $"{split}") : section.IsCSharp ? CSharp(split, section.File!, section.Check)
            : _folder.File.Repository is null ? Command(split) : new ScopeEvaluator(Command(split), _folder.Seed);
        if (section.Repeats > 1)
        {
            evaluator = new RepeatingEvaluator(evaluator, section.Repeats);
        }

        return section.Verifier is { } verifier ? new VerifyingEvaluator(evaluator, CSharp(split, verifier)) : evaluator;
    }

    /// <summary>The evaluator of one split by itself, for what only evaluators in C# can do: single cases and listings. Its workers start and end as those of <see cref="For"/>.</summary>
    /// <exception cref="ProblemFolderException">The evaluator is no C#, or its source does not compile.</exception>
    public CSharpEvaluator InCSharp(Split split) => _folder.File.Evaluator is { IsCSharp: true, File: { } file }
        ? CSharp(split, file)
        : throw new ProblemFolderException($"{_folder.Problem.Name} is measured by a command, which measures all cases at once; expected an evaluator in C#.");

    /// <summary>The judge of constructions that come from elsewhere. Its workers start with the first question; it is the caller's to dispose of.</summary>
    /// <exception cref="ProblemFolderException">The evaluator is a command, or does not compile.</exception>
    public ConstructionJudge Judge()
    {
        var section = _folder.File.Evaluator;
        return new ConstructionJudge(
            Options(
                Split.Training,
                section.File ?? throw new ProblemFolderException($"{_folder.Problem.Name} is measured by a command, which gives scores to programs; a construction by itself can only be verified by an evaluator in C#."),
                section.Check) with
            { Parallel = 1 },
            _sandbox);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_python is not null)
        {
            await _python.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var owned in _owned)
        {
            await owned.DisposeAsync().ConfigureAwait(false);
        }
    }

    private CSharpEvaluator CSharp(Split split, string file, string? check = null)
    {
        var evaluator = new CSharpEvaluator(Options(split, file, check), Preparation, _sandbox);
        _owned.Add(evaluator);
        return evaluator;
    }

    private CSharpEvaluatorOptions Options(Split split, string file, string? check)
    {
        var section = _folder.File.Evaluator;
        return new CSharpEvaluatorOptions
        {
            EvaluatorImage = EvaluatorSource.Compile(_folder, file, check),
            Checked = check is not null,
            Entry = section.Entry!,
            Split = split,
            DataFolder = Directory.Exists(_folder.Data) ? _folder.Data : null,
            Stages = split == Split.Training ? section.Stages : [],
            Bars = split == Split.Training ? section.Bars : [],
            Slack = section.Slack,
            Direction = _folder.File.Direction,
            TimeLimit = TimeSpan.FromSeconds(section.TimeLimit),
            Memory = (long)section.Memory << 20,
            Parallel = _parallel,
        };
    }

    private CommandEvaluator Command(Split split)
    {
        var section = _folder.File.Evaluator;
        RequireProgram("run", section.Run);
        RequireProgram("score", section.Score);
        try
        {
            return new CommandEvaluator(_sandbox, new CommandEvaluatorOptions
            {
                ProblemFolder = _folder.Path,
                Run = section.Run,
                Score = section.Score,
                Split = split.ToString().ToLowerInvariant(),
                Direction = _folder.File.Direction,
                Sealed = section.Sealed,
                Tree = _folder.File.Repository is null ? null : RepositorySection.Archive,
                ScoredByExitCode = _folder.File.Repository is { ScoredBy: RepositoryGrading.ExitCode },
                Limits = Limits(section),
            });
        }
        catch (ArgumentException broken)
        {
            throw new ProblemFolderException($"problem.json: {broken.Message}", broken);
        }
    }

    // Tests build, and start processes: what suits one program that answers is too little for them.
    private SandboxLimits Limits(EvaluatorSection section)
    {
        var time = TimeSpan.FromSeconds(section.TimeLimit);
        var limits = new SandboxLimits { MemoryBytes = (long)section.Memory << 20, WallTime = time, CpuTime = time };
        return _folder.File.Repository is null ? limits : limits with
        {
            CpuTime = 4 * time,
            Processes = 512,
            OpenFiles = 4096,
            ScratchBytes = limits.ScratchBytes + (4 * new FileInfo(Path.Combine(_folder.Path, RepositorySection.Archive)).Length),
        };
    }

    // A bare name is looked up on the host: better now than as the failure of every candidate.
    private void RequireProgram(string member, IReadOnlyList<string> command)
    {
        if (command is [var program, ..] && !program.Contains('/', StringComparison.Ordinal)
            && !File.Exists(Path.Combine(_folder.Path, program)) && Toolchain.Find(program) is null)
        {
            throw new ProblemFolderException(
                $"problem.json: 'evaluator.{member}' starts with '{program}', which is not on PATH and no file of the problem's folder. Install it, correct the name, or give an absolute path.");
        }
    }
}
