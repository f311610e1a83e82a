using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Tests.Evaluators;

public sealed class CommandEvaluatorConformanceTests : EvaluatorConformance, IDisposable
{
    private readonly Sandboxes _sandboxes;
    private readonly string _folder = Directory.CreateTempSubdirectory("cambrian-problem-").FullName;

    public CommandEvaluatorConformanceTests(Sandboxes sandboxes)
    {
        _sandboxes = sandboxes;
        File.WriteAllText(Path.Combine(_folder, "evaluator.py"), """
            import json, runpy, sys
            print(json.dumps({'score': runpy.run_path(sys.argv[1] + '/program.py')['solve']()}))
            """);
    }

    protected override Artifact Good => Artifact.Of("program.py", "def solve(): return 5");

    protected override Artifact Bad => Artifact.Of("program.py", "def solve(): return 1 / 0");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IEvaluator Create() => new CommandEvaluator(_sandboxes.Runner, new CommandEvaluatorOptions
    {
        ProblemFolder = _folder,
        Run = ["/usr/bin/python3", "-I", "-S", "evaluator.py", "{candidate}"],
        Split = "training",
        Limits = Sandboxes.Quick,
    });
}
