using System.Runtime.CompilerServices;

namespace Cambrian.Core.Ledgers;

/// <summary>A ledger that lives as long as the process: for inner loops and tests.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly List<Step> _steps = [];

    /// <summary>What is recorded, in order.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index].Number != _steps.Count + index)
            {
                throw new InvalidOperationException($"Step {steps[index].Number} was given to a ledger that expects step {_steps.Count + index} next.");
            }
        }

        _steps.AddRange(steps);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Step> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        for (var index = 0; index < _steps.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return _steps[index];
        }
    }
}
