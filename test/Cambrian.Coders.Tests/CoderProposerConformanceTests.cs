using Cambrian.Conformance;
using Cambrian.Sandbox;

namespace Cambrian.Coders.Tests;

/// <summary>An agent that takes what chance it needs from the seed it is given is a proposer like any other.</summary>
public sealed class CoderProposerConformanceTests : ProposerConformance, IAsyncLifetime
{
    private const string Script = "sed -i \"1s/./$(printf abcdefgh | cut -c$((CAMBRIAN_SEED % 8 + 1)))/\" program.txt";

    private SandboxRunner _sandbox = null!; // made before any test runs

    protected override int Children => 3;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override IProposer Create() => new CoderProposer(new CoderOptions { Name = "scripted", Command = ["sh", "-c", Script, CoderOptions.Task], TimeLimit = 60 }, _sandbox);
}
