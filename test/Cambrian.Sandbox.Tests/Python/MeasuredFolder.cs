using Cambrian.Core;
using Cambrian.Sandbox.Python;

namespace Cambrian.Sandbox.Tests.Python;

/// <summary>A problem's folder with a Python evaluator, the simplest contract there can be, and warm workers for both.</summary>
internal sealed class MeasuredFolder : IAsyncDisposable
{
    private const string Contract = """
        import importlib, sys
        def prepare(settings, work):
            global evaluator
            evaluator = importlib.import_module(settings['evaluator'][:-3])
        def evaluate(settings, program, tell):
            return evaluator.measure(program, tell)
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-problem-");
    private readonly DirectoryInfo _contract = Directory.CreateTempSubdirectory("cambrian-contract-");

    public MeasuredFolder(SandboxRunner runner, string evaluator, Func<PythonEvaluatorOptions, PythonEvaluatorOptions>? change = null)
    {
        Write("evaluator.py", evaluator);
        File.WriteAllText(Path.Combine(_contract.FullName, "contract.py"), Contract);
        var options = new PythonEvaluatorOptions
        {
            ProblemFolder = _folder.FullName,
            Evaluator = "evaluator.py",
            Importing = ["evaluator.py"],
            Contract = Path.Combine(_contract.FullName, "contract.py"),
            TimeLimit = TimeSpan.FromSeconds(20),
            MemoryBytes = 256 << 20,
        };
        Workers = new PythonWorkers(runner, change is null ? options : change(options));
    }

    /// <summary>Calls the program's function and returns its score.</summary>
    public const string Plain = """
        import runpy
        imported = 0
        def measure(program, tell):
            global imported
            imported += 1
            return {'score': runpy.run_path(program)['solve'](), 'metrics': {'calls': imported}}
        """;

    public PythonWorkers Workers { get; }

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder.FullName, path), text);

    public Task<Evaluation> MeasureAsync(string program, string salt = "training") =>
        new PythonEvaluator(Workers, salt).EvaluateAsync(Artifact.Of("initial.py", program), rival: null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Workers.DisposeAsync();
        _folder.Delete(recursive: true);
        _contract.Delete(recursive: true);
    }
}
