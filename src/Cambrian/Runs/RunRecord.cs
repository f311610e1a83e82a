using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;
using Cambrian.Store;

namespace Cambrian.Runs;

/// <summary>A run as its folder holds it: the database, and the problem as it was when the run began.</summary>
internal sealed class RunRecord : IDisposable
{
    /// <summary>The file with what was recorded, in a run's folder.</summary>
    public const string DatabaseFile = "run.db";

    private const string ModelsSetting = "models";
    private const string AlsoSetting = "also";
    private const string CoderSetting = "coder";

    private Candidate? _winner;

    private RunRecord(string path, RunDatabase database)
    {
        (Path, Database) = (path, database);
        Folder = Notes.Apply(path, AgentLevel.StartOf(database.Description.Strategy, Copy(path, database.Description.Problem)));
        var models = database.Description.Settings.GetValueOrDefault(ModelsSetting);
        Options = new RunOptions { Seed = database.Description.Seed, Strategy = database.Description.Strategy, Out = path, Models = models is null ? null : ModelRoster.Parse(models), Also = Also(database) };
    }

    /// <summary>The run's folder.</summary>
    public string Path { get; }

    /// <summary>What was recorded.</summary>
    public RunDatabase Database { get; }

    /// <summary>The problem, from the run's own copy: later edits of the original change no run.</summary>
    public ProblemFolder Folder { get; }

    /// <summary>What decides the ledger: seed, strategy and models.</summary>
    public RunOptions Options { get; }

    /// <summary>What the hold-out said last; null for a run that was not finished, and until <see cref="ReadAsync"/> has passed the winner.</summary>
    public RunResult? Result
    {
        get
        {
            var scores = Database.HeldOutScores();
            if (_winner is null)
            {
                return null;
            }

            var test = Last(scores, HeldOutSplit.Sealed, _winner.Step);
            var seed = _winner.Step > 0 ? Last(scores, HeldOutSplit.Sealed, step: 0) : null;
            return new RunResult
            {
                Winner = _winner,
                Training = Folder.Problem.Orient(_winner.Score),
                Validation = Own(Last(scores, HeldOutSplit.Validation, _winner.Step)),
                Test = Own(test),
                SeedTest = Own(seed),
                SeedMetrics = seed?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
                TestMetrics = test?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
                OverSeed = test is null || seed is null ? null : Advantage.Of(test, seed, Database.SealedOpenings),
                SealedOpenings = Database.SealedOpenings,
            };
        }
    }

    /// <summary>Begins a run: makes its folder, copies the problem, writes the description.</summary>
    /// <exception cref="RunException">There is a run, or something else, in that folder already.</exception>
    public static RunRecord Create(ProblemFolder folder, RunOptions options, TimeProvider time)
    {
        var path = RunFolder.Make(folder, options);
        var description = new RunDescription
        {
            Settings = Settings(path, options),
            Problem = folder.Problem.Name,
            ProblemHash = RunFolder.Hash(RunFolder.ProblemCopy(path, folder.Problem.Name)),
            Strategy = options.Strategy,
            Seed = options.Seed,
            Window = options.Window,
            Created = time.GetUtcNow(),
        };
        try
        {
            return Owning(path, () => RunDatabase.Create(System.IO.Path.Combine(path, DatabaseFile), description));
        }
        catch
        {
            RunFolder.Remove(path);
            throw;
        }
    }

    /// <summary>Opens a run to go on with it; one process at a time.</summary>
    /// <exception cref="RunException">Its copy of the problem is gone, or is not what it was when the run began.</exception>
    public static RunRecord Open(string path)
    {
        var record = Owning(path, () => RunDatabase.Open(System.IO.Path.Combine(path, DatabaseFile)));
        var began = record.Database.Description.ProblemHash;
        if (began.Length == 0 || began == RunFolder.Hash(record.Folder.Path))
        {
            return record;
        }

        record.Dispose();
        throw new RunException(
            $"The run's own copy of its problem, {record.Folder.Path}, was changed after the run began, so its scores would not compare any more. Put it back as it was, or start a new run with 'cambrian run'.");
    }

    /// <summary>The coding agent that makes children, alone or beside others; null when there is none.</summary>
    public string? Coder => Database.Description.Settings.GetValueOrDefault(CoderSetting);

    /// <summary>The options of somebody who goes on with the run: what decides its ledger is as it was when it began.</summary>
    /// <exception cref="RunException">It has a coding agent that was not given again; or models were given to a run that has none.</exception>
    /// <exception cref="ModelsException">The models that were given are not the run's.</exception>
    public RunOptions Continued(RunOptions given) => Coder is { } coder && given.Coder?.Name != coder
        ? throw new RunException($"Children of this run are made by the coding agent {coder}, too; give '--coder {coder}' again.")
        : given with { Seed = Options.Seed, Strategy = Options.Strategy, Models = Continued(given.Models), Out = Path, Also = Options.Also };

    /// <summary>Opens a run to look at, also while another process goes on with it.</summary>
    public static RunRecord OpenToRead(string path) => Owning(path, () => RunDatabase.OpenToRead(System.IO.Path.Combine(path, DatabaseFile)));

    /// <summary>The requests to models, the oldest first.</summary>
    public IReadOnlyList<ModelCall> Calls() => [.. Database.Calls().Select(ModelCallText.Read)];

    /// <summary>The recorded steps.</summary>
    public async IAsyncEnumerable<Step> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var winner = Database.HeldOutScores() is [.., var last] ? last.Step : -1;
        await foreach (var step in Database.ReadAsync(cancellation).ConfigureAwait(false))
        {
            _winner = step.Number == winner ? step.Admitted : _winner;
            yield return step;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    // What must be the same again when somebody goes on with the run, or is noted when it is not.
    private static ImmutableSortedDictionary<string, string> Settings(string path, RunOptions options)
    {
        var settings = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(KernelManifest.Setting, KernelManifest.OfThisProgram());
        settings = options.Models is { } models ? settings.Add(ModelsSetting, models.ToString()) : settings;
        if (options.Coder is { } coder)
        {
            settings = settings.Add(CoderSetting, coder.Name);
        }

        if (options.Also.Count > 0)
        {
            settings = settings.Add(AlsoSetting, string.Join('\n', options.Also));
        }

        return options.Mandate is { } mandate ? settings.AddRange([MandateFile.Keep(path, mandate)]) : settings;
    }

    private ModelRoster? Continued(ModelRoster? given) => (Options.Models, given) switch
    {
        (var own, null) => own,
        ({ } own, _) => own.Moved(given),
        _ => throw new RunException("This run began without models, and goes on without; start a new run with 'cambrian run --models'."),
    };

    private static string[] Also(RunDatabase database) => database.Description.Settings.GetValueOrDefault(AlsoSetting, "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static RunRecord Owning(string path, Func<RunDatabase> open)
    {
        var database = open();
        try
        {
            return new RunRecord(System.IO.Path.GetFullPath(path), database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static Evaluation? Last(IReadOnlyList<HeldOutScore> scores, HeldOutSplit split, int step) => scores.LastOrDefault(score => score.Split == split && score.Step == step)?.Evaluation;

    private double? Own(Evaluation? evaluation) => evaluation is { Outcome: Outcome.Valid } ? Folder.Problem.Orient(evaluation.Score) : null;

    private static ProblemFolder Copy(string run, string problem)
    {
        try
        {
            return ProblemFolder.Load(RunFolder.ProblemCopy(run, problem));
        }
        catch (ProblemFolderException damaged)
        {
            throw new RunException($"The run's own copy of its problem cannot be used: {damaged.Message} The steps in {System.IO.Path.Combine(run, DatabaseFile)} are untouched; put the copy back as it was when the run began.");
        }
    }
}
