using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Tests.Evaluators;

public sealed class CSharpEvaluatorConformanceTests : EvaluatorConformance, IAsyncLifetime
{
    private SandboxRunner? _sandbox;
    private CSharpEvaluator? _evaluator;

    protected override Artifact Good => SquareProblem.Compiled("return x * x + 1;");

    protected override Artifact Bad => SquareProblem.Compiled("return nonsense;");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        _evaluator = SquareProblem.Open(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        await _evaluator!.DisposeAsync();
        _sandbox!.Dispose();
    }

    protected override IEvaluator Create() => _evaluator!;
}
