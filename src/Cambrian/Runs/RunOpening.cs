using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>Opens a session: a sandbox and a record first. Where it cannot be made after all, nothing of it is left.</summary>
/// <param name="time">The clock.</param>
internal sealed class RunOpening(TimeProvider time)
{
    /// <summary>A new run.</summary>
    /// <param name="create">Makes its record.</param>
    /// <param name="options">How it is searched.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RunSession> CreateAsync(Func<RunRecord> create, RunOptions options, CancellationToken cancellation)
    {
        var sandbox = await OpenSandboxAsync(options, cancellation).ConfigureAwait(false);
        string? made = null;
        try
        {
            return Opened(
                () =>
                {
                    var record = create();
                    made = record.Path;
                    return record;
                },
                _ => options,
                sandbox);
        }
        catch
        {
            if (made is not null)
            {
                RunFolder.Remove(made);
            }

            throw;
        }
    }

    /// <summary>A run that goes on.</summary>
    /// <param name="open">Opens its record.</param>
    /// <param name="options">How it goes on, but for what its record decides.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RunSession> ContinueAsync(Func<RunRecord> open, RunOptions options, CancellationToken cancellation)
    {
        var sandbox = await OpenSandboxAsync(options, cancellation).ConfigureAwait(false);
        var session = Opened(open, record => record.Continued(options), sandbox);
        try
        {
            await session.Oversight.PromoteWhatIsDueAsync(cancellation).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static Task<SandboxRunner> OpenSandboxAsync(RunOptions options, CancellationToken cancellation) =>
        SandboxRunner.OpenAsync(options.AllowWeakIsolation ? IsolationGrade.Limits : IsolationGrade.Namespaces, cancellation);

    private RunSession Opened(Func<RunRecord> open, Func<RunRecord, RunOptions> options, SandboxRunner sandbox)
    {
        RunRecord? record = null;
        try
        {
            record = open();
            return new RunSession(record, options(record), sandbox, time);
        }
        catch
        {
            record?.Dispose();
            sandbox.Dispose();
            throw;
        }
    }
}
