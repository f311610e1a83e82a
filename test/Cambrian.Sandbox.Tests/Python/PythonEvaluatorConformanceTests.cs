using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Sandbox.Python;

namespace Cambrian.Sandbox.Tests.Python;

public sealed class PythonEvaluatorConformanceTests(Sandboxes sandboxes) : EvaluatorConformance, IAsyncDisposable
{
    private readonly MeasuredFolder _folder = new(sandboxes.Runner, MeasuredFolder.Plain, options => options with { Parallel = 2 });

    protected override Artifact Good => Artifact.Of("initial.py", "def solve(): return 5");

    protected override Artifact Bad => Artifact.Of("initial.py", "def solve(): return 1 / 0");

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    protected override IEvaluator Create() => new PythonEvaluator(_folder.Workers, "training");
}
