using Cambrian.Agents.Modification;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Tests.Modification;

public sealed class SelfProposerConformanceTests : ProposerConformance, IAsyncLifetime
{
    private readonly Workshop _workshop = new();

    protected override Problem Problem => new() { Name = "agents", Seeds = [Parents[0].Artifact] };

    protected override IReadOnlyList<Candidate> Parents =>
    [
        Agents.With("return [new Edit(archive.Operators[new Random(budget.Seed).Next(archive.Operators.Count)].Name, \"Solve\", archive.Members.Count - 1)];").Known(2),
        Agents.Asking("""new Edit("swap-expression", "Solve")""").Known(3),
    ];

    protected override int Children => 12;

    public ValueTask InitializeAsync() => _workshop.OpenAsync();

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    protected override IProposer Create() => new SelfProposer(_workshop.Modification);
}

public sealed class ChoosingProposerConformanceTests : ProposerConformance, IAsyncLifetime
{
    private const string Modify = "return [new Edit(archive.Operators[new Random(budget.Seed).Next(archive.Operators.Count)].Name, \"Solve\")];";
    private const string Choose = "public static int Choose(IReadOnlyList<MemberView> drawn, int seed) => new Random(seed + drawn[0].Children).Next(drawn.Count);";

    private readonly Workshop _workshop = new();

    protected override Problem Problem => new() { Name = "agents", Seeds = [Parents[0].Artifact] };

    protected override IReadOnlyList<Candidate> Parents => [Agents.With(Modify, Choose).Known(2), Agents.Asking("""new Edit("swap-expression", "Solve")""").Known(3)];

    protected override int Children => 12;

    public ValueTask InitializeAsync() => _workshop.OpenAsync();

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    protected override IProposer Create() => new ChoosingProposer(new SelfProposer(_workshop.Modification), _workshop.Selection);
}

public sealed class RetentionEvaluatorConformanceTests : EvaluatorConformance, IAsyncLifetime
{
    private readonly Workshop _workshop = new();

    protected override Artifact Good => Agents.Asking("""new Edit("perturb-literal", "Solve")""");

    protected override Artifact Bad => Agents.With("return [];");

    public ValueTask InitializeAsync() => _workshop.OpenAsync();

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    protected override IEvaluator Create() => new RetentionEvaluator(new Constant(), _workshop.Modification, Good);

    private sealed class Constant : IEvaluator
    {
        public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation) => Task.FromResult(Evaluation.Of(1));
    }
}

/// <summary>A sandbox and self-modification in it, for one test.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private SandboxRunner? _sandbox;
    private SelfModification? _modification;
    private SelfSelection? _selection;

    public SelfModification Modification => _modification ?? throw new InvalidOperationException("Open the workshop first.");

    public SelfSelection Selection => _selection ?? throw new InvalidOperationException("Open the workshop first.");

    public async ValueTask OpenAsync()
    {
        _sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        _modification = new SelfModification(new ModificationOptions { Entry = "Agent.Modify", TimeLimit = TimeSpan.FromSeconds(20), Parallel = 2 }, Agents.Preparation(), _sandbox);
        _selection = new SelfSelection(new ModificationOptions { Entry = "Agent.Choose", TimeLimit = TimeSpan.FromSeconds(3), Parallel = 2 }, Agents.Preparation(), _sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        if (_selection is not null)
        {
            await _selection.DisposeAsync();
        }

        if (_modification is not null)
        {
            await _modification.DisposeAsync();
        }

        _sandbox?.Dispose();
    }
}
