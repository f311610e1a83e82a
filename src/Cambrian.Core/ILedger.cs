namespace Cambrian.Core;

/// <summary>The run's truth: an append-only sequence of steps. One writer.</summary>
public interface ILedger
{
    /// <summary>Appends steps, in order, all or none. When it returns they survive the end of the process.</summary>
    /// <exception cref="InvalidOperationException">A step does not follow the last one recorded.</exception>
    Task AppendAsync(IReadOnlyList<Step> steps, CancellationToken cancellation);

    /// <summary>The recorded steps, in order.</summary>
    IAsyncEnumerable<Step> ReadAsync(CancellationToken cancellation);
}
