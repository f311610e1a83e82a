using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Store;

namespace Cambrian.Runs;

/// <summary>A run as its folder holds it: the database, and the problem as it was when the run began.</summary>
internal sealed class RunRecord : IDisposable
{
    private const string DatabaseFile = "run.db";
    private const string ProblemCopy = "problem";
    private const string Runs = "runs";
    private Candidate? _winner;

    private RunRecord(string path, RunDatabase database)
    {
        (Path, Database) = (path, database);
        Folder = ProblemFolder.Load(System.IO.Path.Combine(path, ProblemCopy, database.Description.Problem));
        Options = new RunOptions { Seed = database.Description.Seed, Strategy = database.Description.Strategy, Out = path };
    }

    /// <summary>The run's folder.</summary>
    public string Path { get; }

    /// <summary>What was recorded.</summary>
    public RunDatabase Database { get; }

    /// <summary>The problem, from the run's own copy: later edits of the original change no run.</summary>
    public ProblemFolder Folder { get; }

    /// <summary>What decides the ledger: seed and strategy.</summary>
    public RunOptions Options { get; }

    /// <summary>What the hold-out said last; null for a run that was not finished, and until <see cref="ReadAsync"/> has passed the winner.</summary>
    public RunResult? Result
    {
        get
        {
            var scores = Database.HeldOutScores();
            return _winner is null ? null : new RunResult
            {
                Winner = _winner,
                Training = Folder.Problem.Orient(_winner.Score),
                Validation = Own(Last(scores, HeldOutSplit.Validation)),
                Test = Own(Last(scores, HeldOutSplit.Sealed)),
                TestMetrics = Last(scores, HeldOutSplit.Sealed)?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
                SealedOpenings = Database.SealedOpenings,
            };
        }
    }

    /// <summary>Begins a run: makes its folder, copies the problem, writes the description.</summary>
    /// <exception cref="RunException">There is a run in that folder already.</exception>
    public static RunRecord Create(ProblemFolder folder, RunOptions options, TimeProvider time)
    {
        var path = System.IO.Path.GetFullPath(options.Out ?? FreeName(folder.Problem.Name, options.Seed));
        if (File.Exists(System.IO.Path.Combine(path, DatabaseFile)))
        {
            throw new RunException($"There is a run in '{path}' already. Go on with it by 'cambrian resume {path}', or choose another folder with --out.");
        }

        var copy = System.IO.Path.Combine(path, ProblemCopy, folder.Problem.Name);
        Copy(folder.Path, copy, except: path);
        var description = new RunDescription
        {
            Problem = folder.Problem.Name,
            Strategy = options.Strategy,
            Seed = options.Seed,
            Window = RunSession.Window,
            Created = time.GetUtcNow(),
        };
        return Owning(path, () => RunDatabase.Create(System.IO.Path.Combine(path, DatabaseFile), description));
    }

    /// <summary>Opens a run to go on with it; one process at a time.</summary>
    public static RunRecord Open(string path) => Owning(path, () => RunDatabase.Open(System.IO.Path.Combine(path, DatabaseFile)));

    /// <summary>Opens a run to look at, also while another process goes on with it.</summary>
    public static RunRecord OpenToRead(string path) => Owning(path, () => RunDatabase.OpenToRead(System.IO.Path.Combine(path, DatabaseFile)));

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

    private Evaluation? Last(IReadOnlyList<HeldOutScore> scores, HeldOutSplit split) =>
        scores.LastOrDefault(score => score.Split == split && score.Step == _winner!.Step)?.Evaluation; // only asked once there is a winner

    private double? Own(Evaluation? evaluation) => evaluation is { Outcome: Outcome.Valid } ? Folder.Problem.Orient(evaluation.Score) : null;

    private static string FreeName(string problem, int seed)
    {
        var number = 1;
        while (Directory.Exists($"{Runs}/{problem}-{seed}-{number}"))
        {
            number++;
        }

        return $"{Runs}/{problem}-{seed}-{number}";
    }

    // A run below its own problem's folder must not copy itself, nor other runs.
    private static void Copy(string from, string to, string except)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from).Where(folder => folder != except && System.IO.Path.GetFileName(folder) != Runs))
        {
            Copy(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)), except);
        }
    }
}
