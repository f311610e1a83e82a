using Cambrian.Agents.Exercism;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Tests.Exercism;

/// <summary>One sandbox and one scorer for many tests: making them costs more than using them.</summary>
public sealed class ScorerFixture : IAsyncLifetime
{
    private SandboxRunner? _sandbox;
    private ExerciseScorer? _scorer;

    public ExerciseScorer Scorer => _scorer ??= new ExerciseScorer(Sandbox);

    private SandboxRunner Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox is not open yet.");

    public ExerciseScorer With(SandboxLimits limits) => new(Sandbox, limits);

    public async ValueTask InitializeAsync() => _sandbox = await SandboxRunner.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }
}
