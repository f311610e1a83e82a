using System.Runtime.CompilerServices;
using Cambrian.Agents.Modification;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Core.Gates;
using Cambrian.CSharp.Evaluators;
using Cambrian.Governance;
using Cambrian.Models.Selectors;
using Cambrian.Runs.Inboxes;
using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>A run under way: its record, a sandbox, and the loop around them.</summary>
internal sealed class RunSession : IAsyncDisposable
{
    private readonly RunRecord _record;
    private readonly SandboxRunner _sandbox;
    private readonly ProblemEvaluators _evaluators;
    private readonly TimeProvider _time;
    private readonly SelfModification? _modification;
    private readonly SelfSelection? _selection;
    private readonly IEvaluator _training;
    private readonly Lazy<CSharpEvaluator> _tasks;
    private readonly LimitedEvaluator _limited;
    private readonly Search _search;
    private readonly Finalists _finalists;
    private readonly StepWatch _watch;
    private readonly Brakes _brakes;
    private bool _forgotten;

    /// <summary>A session; <see cref="RunOpening"/> makes one.</summary>
    internal RunSession(RunRecord record, RunOptions options, SandboxRunner sandbox, TimeProvider time)
    {
        (_record, Options, _sandbox, _time) = (record, options, sandbox, time);
        Oversight = Oversight.Of(record, time);
        Inbox = new Inbox(record.Path, time);
        _evaluators = new ProblemEvaluators(Folder, sandbox, options.Parallel, options.Also);
        _modification = AgentLevel.Modification(Folder, _evaluators.Preparation, options.Parallel, sandbox);
        _selection = AgentLevel.Selection(Folder, _evaluators.Preparation, options.Parallel, sandbox);
        _training = _modification is { } modification ? new RetentionEvaluator(_evaluators.Training, modification, Folder.Seed) : _evaluators.Training;
        _tasks = new Lazy<CSharpEvaluator>(() => _evaluators.InCSharp(Split.Training));
        _limited = new LimitedEvaluator(_training, options.Parallel);
        Models = ModelTeam.Of(record, options, time);
        _search = Catalog.Strategy(options.Strategy, new SearchInput(Folder, Operators.For(Folder, _evaluators), _modification, _selection) { Models = RunProposers.Beside(options, Models, sandbox), ModelChoice = Models?.Choice });
        _search = options is { Coder: not null, Models: null } ? _search with { Selector = new InspiringSelector(_search.Selector, top: 3, others: 2) } : _search;
        _finalists = new Finalists(Folder.File.Search.Finalists, _search.Belief);
        RecordedSteps = record.Database.Count;
        _watch = new StepWatch(Oversight, Folder, RecordedSteps, record.Database.Description.Settings.GetValueOrDefault(KernelManifest.Setting, ""));
        _brakes = new Brakes(record.Path, Oversight.Mandate, time);
    }

    /// <summary>The run's folder.</summary>
    public string RunPath => _record.Path;

    /// <summary>The problem.</summary>
    public ProblemFolder Folder => _record.Folder;

    /// <summary>How it is searched.</summary>
    public RunOptions Options { get; }

    /// <summary>The problem as the loop sees it.</summary>
    public Problem Problem => Folder.Problem;

    /// <summary>How candidates are contained.</summary>
    public string Isolation => _sandbox.Isolation;

    /// <summary>What the run may do by itself.</summary>
    public Oversight Oversight { get; }

    /// <summary>The models that propose; null when there are none.</summary>
    public ModelTeam? Models { get; }

    /// <summary>What was used up first, where money or tokens ended the run; null where they did not.</summary>
    public string? Spent { get; private set; }

    /// <summary>Why the run was stopped from outside; null when it was not.</summary>
    public Halt? Halt => _brakes.Halt;

    /// <summary>What the archive keeps now.</summary>
    public IReadOnlyList<Candidate> Kept => _search.Archive.Kept;

    /// <summary>Where programs from outside the loop are handed in.</summary>
    public Inbox Inbox { get; }

    /// <summary>Steps that were in the ledger when the session was opened.</summary>
    public int RecordedSteps { get; }

    /// <summary>Processor time of sandboxed programs so far.</summary>
    public TimeSpan SandboxCpu => _sandbox.Cpu;

    /// <summary>Starts a new run.</summary>
    /// <exception cref="SandboxUnavailableException">This machine cannot contain candidates as asked.</exception>
    /// <exception cref="RunException">There is a run, or something else, in that folder already.</exception>
    public static Task<RunSession> CreateAsync(ProblemFolder folder, RunOptions options, TimeProvider time, CancellationToken cancellation) =>
        new RunOpening(time).CreateAsync(() => RunRecord.Create(folder, options, time), options, cancellation);

    /// <summary>Opens a run to go on with it, in its own way where the options have none; their seed and strategy are ignored, as the run has its own.</summary>
    public static Task<RunSession> OpenAsync(string path, RunOptions? overrides, TimeProvider time, CancellationToken cancellation) =>
        new RunOpening(time).ContinueAsync(() => RunRecord.Open(path), overrides ?? new RunOptions(), cancellation);

    /// <summary>One line on what the evaluator needs of this machine; null when it needs nothing.</summary>
    public Task<string?> NeedsAsync(CancellationToken cancellation) => _evaluators.NeedsAsync(cancellation);

    /// <summary>A budget that buys as many tasks as it buys in a run that measures each agent in full: where a step measures one, its evaluations are so many more.</summary>
    public async Task<Budget> InTasksAsync(Budget budget, CancellationToken cancellation) => _search.Belief is not null
        ? budget with { Evaluations = budget.Evaluations * await _tasks.Value.CountAsync(cancellation).ConfigureAwait(false) }
        : budget;

    /// <summary>Goes on: the recorded steps first, then new ones.</summary>
    public async IAsyncEnumerable<Step> RunAsync(Budget budget, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var strategy = new Strategy
        {
            Evaluator = Models is null ? _training : _limited,
            Proposer = new InboxProposer(RunProposers.Of(Options, _search, _sandbox), Inbox, _time),
            Archive = _search.Archive,
            Selector = _search.Selector,
            Gate = Gate(Folder.File.Evaluator),
            Seed = Options.Seed,
            Window = Options.Window,

            // Steps are handed out in order: with several waiting, the first program might go to a later one, and whoever waits for its score waits for ever.
            Parallel = Options.OnlyHandedIn ? 1 : Models is null ? Options.Parallel : Options.Window,
        };
        using var stop = _brakes.Link(cancellation);
        var steps = new Loop(Problem, _search.Belief is not null ? AgentLevel.TaskByTask(strategy, Folder, _modification, _tasks.Value) : strategy, _record.Database, _time).RunAsync(Oversight.Limit(budget), stop.Token);
        var paid = PaidSteps.FollowAsync(steps, why => Spent = why, stop.Token);
        try
        {
            await foreach (var step in _watch.FollowAsync(paid, stop.Token).ConfigureAwait(false))
            {
                _finalists.Consider(step);
                yield return step;
            }
        }
        finally
        {
            Models?.Stop();
        }
    }

    /// <summary>Picks the winner on the validation cases, scores it on the sealed ones, and has it judged for promotion.</summary>
    public async Task<RunResult> FinishAsync(CancellationToken cancellation)
    {
        using var stop = _brakes.Link(cancellation);
        var ranked = await new HoldOut(_evaluators.For(Split.Validation), Folder.File.Search.Finalists, Options.Parallel)
            .RankAsync(_finalists.Best, stop.Token).ConfigureAwait(false);
        _watch.LookAtKernel(ranked[0].Candidate.Step);
        var result = await new SealedTrial(_record, _evaluators.For(Split.Test), Oversight, _time).RunAsync(ranked[0], _watch.Promoted, stop.Token).ConfigureAwait(false);
        _watch.Note(result.Winner);
        return result;
    }

    /// <summary>Scores the problem's cheats, each of which has some time at least for its answer, and says what became of each.</summary>
    /// <exception cref="CheatWinsException">One of them scores better than the seed.</exception>
    public async Task<IReadOnlyList<(string Name, Evaluation Evaluation)>> CheckCheatsAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var stop = _brakes.Link(cancellation);
        return await new CheatTrial(Folder, _training, _time, patience).RequireNoneWinsAsync(stop.Token).ConfigureAwait(false);
    }

    /// <summary>Takes the run's folder away at the end: for a run that never got beyond its seed, with which nothing could be done.</summary>
    public void Forget() => _forgotten = RecordedSteps == 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _brakes.DisposeAsync().ConfigureAwait(false);
        await _evaluators.DisposeAsync().ConfigureAwait(false);
        if (_modification is not null)
        {
            await _modification.DisposeAsync().ConfigureAwait(false);
        }

        if (_selection is not null)
        {
            await _selection.DisposeAsync().ConfigureAwait(false);
        }

        if (Models is not null)
        {
            await Models.DisposeAsync().ConfigureAwait(false);
        }

        _limited.Dispose();
        _sandbox.Dispose();
        _record.Dispose();
        if (_forgotten)
        {
            RunFolder.Remove(_record.Path);
        }
    }

    // Scores that vary are declared as such by being repeated: nothing is promoted inside their noise.
    private static IGate Gate(EvaluatorSection evaluator) => evaluator.Repeats > 1 ? new EveryGate([new ValidGate(), new NoiseGate(noise: 0)]) : new ValidGate();
}
