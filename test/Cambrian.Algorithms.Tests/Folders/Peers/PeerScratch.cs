using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.Algorithms.Tests.Folders.Peers;

/// <summary>A small folder in a peer's shape, and what its evaluator says of programs.</summary>
internal sealed class PeerScratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-peer-");

    public string Path => _folder.FullName;

    public static PeerScratch OpenEvolve(string evaluator, string configuration = "")
    {
        var scratch = new PeerScratch();
        scratch.Write("initial_program.py", "# EVOLVE-BLOCK-START\nvalue = 2\n# EVOLVE-BLOCK-END\n");
        scratch.Write("evaluator.py", evaluator);
        scratch.Write("config.yaml", configuration);
        return scratch;
    }

    public static PeerScratch Shinka(string evaluate)
    {
        var scratch = new PeerScratch();
        scratch.Write("initial.py", "# EVOLVE-BLOCK-START\ndef run(seed): return 2\n# EVOLVE-BLOCK-END\n");
        scratch.Write("evaluate.py", evaluate);
        return scratch;
    }

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public ProblemFolder Load() => ProblemFolder.Load(Path);

    public async Task<Evaluation> MeasureAsync(string? program = null)
    {
        var folder = Load();
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1);
        var artifact = program is null ? folder.Seed : Artifact.Of(folder.Peer!.Program, program); // these folders are all a peer's
        return await evaluators.For(Split.Training).EvaluateAsync(artifact, rival: null, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
