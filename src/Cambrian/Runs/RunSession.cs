using System.Runtime.CompilerServices;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Proposers;
using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>A run: a problem folder, a sandbox, a ledger and the loop around them.</summary>
internal sealed class RunSession : IAsyncDisposable
{
    private readonly SandboxRunner _sandbox;
    private readonly ProblemEvaluators _evaluators;
    private readonly ILedger _ledger;
    private readonly TimeProvider _time;
    private readonly Search _search;
    private readonly Finalists _finalists;

    private RunSession(ProblemFolder folder, RunOptions options, SandboxRunner sandbox, ILedger ledger, TimeProvider time)
    {
        (Folder, Options, _sandbox, _ledger, _time) = (folder, options, sandbox, ledger, time);
        _evaluators = new ProblemEvaluators(folder, sandbox, options.Parallel);
        _search = Catalog.Strategies[options.Strategy](new SearchInput(folder, Operators.For(folder, _evaluators)));
        _finalists = new Finalists(folder.File.Search.Finalists);
    }

    /// <summary>The run's folder.</summary>
    public required string RunPath { get; init; }

    /// <summary>The problem.</summary>
    public ProblemFolder Folder { get; }

    /// <summary>How it is searched.</summary>
    public RunOptions Options { get; }

    /// <summary>The problem as the loop sees it.</summary>
    public Problem Problem => Folder.Problem;

    /// <summary>How candidates are contained.</summary>
    public string Isolation => _sandbox.Isolation;

    /// <summary>What the archive keeps now.</summary>
    public IReadOnlyList<Candidate> Kept => _search.Archive.Kept;

    /// <summary>Steps that were in the ledger when the session was opened.</summary>
    public int RecordedSteps { get; init; }

    /// <summary>What became of each operator's children.</summary>
    public IReadOnlyList<ArmStatistics> OperatorStatistics => _search.Bandit.Statistics;

    /// <summary>Starts a new run.</summary>
    public static async Task<RunSession> CreateAsync(ProblemFolder folder, RunOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var sandbox = await SandboxRunner.OpenAsync(options.AllowWeakIsolation ? IsolationGrade.Limits : IsolationGrade.Namespaces, cancellation).ConfigureAwait(false);
        return new RunSession(folder, options, sandbox, new MemoryLedger(), time) { RunPath = "runs/memory" };
    }

    /// <summary>Goes on: the recorded steps first, then new ones.</summary>
    public async IAsyncEnumerable<Step> RunAsync(Budget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var strategy = new Strategy
        {
            Evaluator = _evaluators.Training,
            Proposer = _search.Proposer,
            Archive = _search.Archive,
            Selector = _search.Selector,
            Gate = new ValidGate(),
            Seed = Options.Seed,
            Parallel = Options.Parallel,
        };
        await foreach (var step in new Loop(Problem, strategy, _ledger, _time).RunAsync(budget, cancellation).ConfigureAwait(false))
        {
            _finalists.Consider(step);
            yield return step;
        }
    }

    /// <summary>Picks the winner on the validation cases, and scores it on the sealed ones.</summary>
    public async Task<RunResult> FinishAsync(CancellationToken cancellation)
    {
        var ranked = await new HoldOut(_evaluators.For(Split.Validation), Folder.File.Search.Finalists, Options.Parallel)
            .RankAsync(_finalists.Best, cancellation).ConfigureAwait(false);
        var winner = ranked[0];
        var test = await _evaluators.For(Split.Test).EvaluateAsync(winner.Candidate.Artifact, rival: null, cancellation).ConfigureAwait(false);
        return new RunResult
        {
            Winner = winner.Candidate,
            Training = Problem.Orient(winner.Candidate.Score),
            Validation = Problem.Orient(winner.Validation.Score),
            Test = Problem.Orient(test.Score),
            SealedOpenings = 1,
        };
    }

    /// <summary>Scores the problem's cheats.</summary>
    /// <exception cref="CheatWinsException">One of them scores better than the seed.</exception>
    public async Task CheckCheatsAsync(CancellationToken cancellation)
    {
        var seed = await _evaluators.Training.EvaluateAsync(Folder.Seed, rival: null, cancellation).ConfigureAwait(false);
        foreach (var (name, cheat) in Folder.Cheats)
        {
            var evaluation = await _evaluators.Training.EvaluateAsync(cheat, rival: null, cancellation).ConfigureAwait(false);
            if (evaluation.Outcome == Outcome.Valid && evaluation.Score > seed.Score)
            {
                throw new CheatWinsException(
                    $"The cheat '{name}' scores {Problem.Orient(evaluation.Score)}, better than the seed's {Problem.Orient(seed.Score)}: no score of '{Problem.Name}' can be trusted. Mend the evaluator so that it is refused or scores worse.");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _evaluators.DisposeAsync().ConfigureAwait(false);
        _sandbox.Dispose();
    }
}
