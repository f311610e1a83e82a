using System.Runtime.CompilerServices;
using Cambrian.Core;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>
/// A run in one SQLite file: its description, its steps with their artifacts, and what became of the winner. Append-only; one
/// writer at a time, any number of readers beside it. Each step carries a hash over itself and all before it, so that two runs
/// compare by one value and later changes show. What an append has returned from survives the end of the process.
/// </summary>
public sealed class RunDatabase : ILedger, IDisposable
{
    private readonly RunFile _file;
    private readonly StepWriter _steps;
    private readonly CallTable _calls;
    private readonly ArtifactContent _content = new();
    private readonly Lock _fetching = new();
    private readonly Lock _main = new();
    private SqliteConnection? _fetcher;
    private bool _failed;
    private bool _closed;

    private RunDatabase(RunFile file)
    {
        _file = file;
        Description = DescriptionTable.Read(file.Main);
        using var last = file.Main.Prepare("SELECT number, link FROM steps ORDER BY number DESC LIMIT 1;", []);
        using var row = last.ExecuteReader();
        var (count, link) = row.Read() ? (row.GetInt32(0) + 1, row.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
        if (count > 0)
        {
            _content.Refer(ContentOf(file.Main, 1));
        }

        _steps = new StepWriter(file.Main, _content, count, link);
        _calls = new CallTable(file.Main);
    }

    /// <summary>What the run is about, as written when it began.</summary>
    public RunDescription Description { get; }

    /// <summary>Number of steps recorded.</summary>
    public int Count => _steps.Count;

    /// <summary>The hash over all steps, without their measured times: equal for equal runs. 64 hexadecimal digits.</summary>
    public string Head => _steps.Head;

    /// <summary>The hash over all decisions, the run's description included. 64 hexadecimal digits.</summary>
    public string DecisionHead => OnMain(() => Convert.ToHexStringLower(DecisionTable.Head(_file.Main)));

    /// <summary>How often the sealed cases were opened.</summary>
    public int SealedOpenings => (int)OnMain(() => _file.Main.Scalar("SELECT count(*) FROM openings;"));

    /// <summary>Begins a run in a new file, in a folder that exists.</summary>
    /// <exception cref="StoreException">There is a database already, or the file cannot be written.</exception>
    public static RunDatabase Create(string path, RunDescription description) => Opened(() => RunFile.Create(path), path, file =>
    {
        if (file.Main.Scalar("SELECT count(*) FROM sqlite_schema;") > 0)
        {
            throw new StoreException($"There is a database '{path}' already. Resume it, or choose another path for a new run.");
        }

        Schema.Create(file.Main, description);
    });

    /// <summary>Opens a run to go on with it.</summary>
    /// <exception cref="StoreException">There is none, it is not ours, it is damaged, or another process writes to it.</exception>
    public static RunDatabase Open(string path) => Opened(() => RunFile.Open(path, writer: true), path, file => Schema.Require(file.Main, path));

    /// <summary>Opens a run to look at, also while another process writes to it; what is recorded later is not seen.</summary>
    /// <exception cref="StoreException">There is none, it is not ours, or it is damaged.</exception>
    public static RunDatabase OpenToRead(string path) => Opened(() => RunFile.Open(path, writer: false), path, file => Schema.Require(file.Main, path));

    /// <inheritdoc/>
    /// <exception cref="StoreException">The database was opened to read, or writing failed; after a failure, open it again.</exception>
    public Task AppendAsync(IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index].Number != Count + index)
            {
                throw new InvalidOperationException($"Step {steps[index].Number} was given to a run database that expects step {Count + index} next.");
            }
        }

        if (steps.Count > 0)
        {
            Write(() => _steps.Append(steps));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <remarks>The steps recorded when reading begins. Artifacts are fetched when they are first looked into, while this database is open.</remarks>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public async IAsyncEnumerable<Step> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        using var connection = Guarded(() => _file.Connect(SqliteOpenMode.ReadOnly));
        using var row = Guarded(() => new Statement(connection, $"SELECT {string.Join(',', StepColumns.Names)} FROM steps WHERE number < {Count} ORDER BY number;"));
        var (read, files) = ((Func<bool>)row.Read, (Func<long, string, IEnumerable<KeyValuePair<string, string>>>)Files);
        Step Current() => StepColumns.Read(row, files);
        var current = (Func<Step>)Current;
        while (Guarded(read))
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Guarded(current);
            if (step.Child is { } child)
            {
                _steps.Note(step.Number, child.Id, row.Whole(StepColumns.Artifact));
            }

            yield return step;
        }
    }

    /// <summary>Works out every hash again, of steps, artifacts and decisions.</summary>
    /// <returns>The first step that is not what was recorded, or that a changed decision is about; null when there is none. What was cut off at the end shows only in <see cref="Head"/> and <see cref="DecisionHead"/>.</returns>
    public Task<StepFault?> VerifyAsync(CancellationToken cancellation) => Task.FromResult(Guarded(() =>
    {
        using var connection = _file.Connect(SqliteOpenMode.ReadOnly);
        return new LedgerCheck(connection, Files).FirstFault(cancellation) ?? DecisionTable.FirstFault(connection);
    }));

    /// <summary>Notes that the sealed cases are about to be scored. Called before, so that no look at them goes uncounted.</summary>
    /// <param name="step">The step whose child is scored.</param>
    /// <param name="now">When.</param>
    public void OpenSealed(int step, DateTimeOffset now) => Write(() => HeldOutTable.InsertOpening(_file.Main, step, now));

    /// <summary>Records a score on held-out cases.</summary>
    public void Record(HeldOutScore score) => Write(() => HeldOutTable.Insert(_file.Main, score));

    /// <summary>The scores on held-out cases, in the order they were recorded.</summary>
    public IReadOnlyList<HeldOutScore> HeldOutScores() => OnMain(() => HeldOutTable.Read(_file.Main));

    /// <summary>Records a decision, with a hash over it, all before it, and the steps and held-out scores it was made on.</summary>
    public void Decide(Decision decision) => Write(() =>
        DecisionTable.Append(_file.Main, decision, new DecisionBasis(Count, (int)_file.Main.Scalar("SELECT count(*) FROM held_out;"))));

    /// <summary>All decisions, the oldest first.</summary>
    public IReadOnlyList<Decision> Decisions() => OnMain(() => DecisionTable.Read(_file.Main));

    /// <summary>Keeps a call that a proposer made and paid for, at once and whatever becomes of its step. From any thread.</summary>
    /// <param name="key">What the same call is found by again.</param>
    /// <param name="content">Whatever the proposer wants to find.</param>
    public void KeepCall(string key, string content) => Write(() => _calls.Insert(key, content));

    /// <summary>The last call that was kept under a key; null when there is none. From any thread.</summary>
    public string? FindCall(string key) => OnMain(() => _calls.Find(key));

    /// <summary>All calls, the oldest first.</summary>
    public IReadOnlyList<string> Calls() => OnMain(_calls.Read);

    /// <summary>Closes the file; the last process to do so leaves one file and nothing beside it.</summary>
    public void Dispose()
    {
        lock (_fetching)
        {
            _closed = true;
            _fetcher?.Dispose();
        }

        _calls.Dispose();
        _steps.Dispose();
        _file.Dispose();
    }

    private static RunDatabase Opened(Func<RunFile> open, string path, Action<RunFile> prepare)
    {
        RunFile? file = null;
        try
        {
            file = open();
            prepare(file);
            return new RunDatabase(file);
        }
        catch (Exception cause) when (StoreException.MeansDamage(cause))
        {
            file?.Dispose();
            throw StoreException.From(cause, path);
        }
    }

    private static byte[] ContentOf(SqliteConnection connection, long artifact)
    {
        using var select = connection.Prepare($"SELECT content FROM artifacts WHERE id = {artifact};", []);
        return select.ExecuteScalar() as byte[] ?? throw new InvalidDataException($"artifact {artifact} is missing");
    }

    // From any thread: proposers look into parents while the run goes on.
    private IEnumerable<KeyValuePair<string, string>> Files(long artifact, string hash) => Guarded(() =>
    {
        byte[] content;
        lock (_fetching)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            content = ContentOf(_fetcher ??= _file.Connect(SqliteOpenMode.ReadOnly), artifact);
        }

        var files = _content.Files(content).ToList();
        return new Artifact(files).Id == hash ? files : throw new InvalidDataException($"artifact {artifact} is not the one with hash {hash}");
    });

    // Calls are kept and looked up from any thread while the loop appends its steps.
    private void Write(Action action)
    {
        lock (_main)
        {
            if (!_file.IsWriter || _failed)
            {
                throw new StoreException($"Run database '{_file.Path}' {(_failed ? "failed to write before" : "was opened to read")}: open it again to write.");
            }

            // What fails halfway leaves the writer ahead of the file.
            _failed = true;
            Guarded(() =>
            {
                action();
                return 0;
            });
            _failed = false;
        }
    }

    private T OnMain<T>(Func<T> read)
    {
        lock (_main)
        {
            return Guarded(read);
        }
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception cause) when (StoreException.MeansDamage(cause))
        {
            throw StoreException.From(cause, _file.Path);
        }
    }
}
