using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.Constructions;

/// <summary>A problem's judge in a sandbox of its own, for constructions outside of a run.</summary>
internal sealed class ProblemJudge : IAsyncDisposable
{
    private readonly SandboxRunner _sandbox;
    private readonly ProblemEvaluators _evaluators;
    private readonly ConstructionJudge _judge;

    private ProblemJudge(ProblemFolder folder, SandboxRunner sandbox)
    {
        _sandbox = sandbox;
        _evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1);
        _judge = _evaluators.Judge();
    }

    /// <summary>Opens the judge.</summary>
    /// <param name="folder">The problem.</param>
    /// <param name="allowWeakIsolation">Whether a machine that cannot isolate programs fully is accepted.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemFolderException">The problem has no C# evaluator, or it does not compile.</exception>
    public static async Task<ProblemJudge> OpenAsync(ProblemFolder folder, bool allowWeakIsolation, CancellationToken cancellation)
    {
        var sandbox = await SandboxRunner.OpenAsync(allowWeakIsolation ? IsolationGrade.Limits : IsolationGrade.Namespaces, cancellation).ConfigureAwait(false);
        try
        {
            return new ProblemJudge(folder, sandbox);
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>Verifies the construction in a file's text.</summary>
    /// <exception cref="InvalidDataException">It holds none of this problem.</exception>
    public Task<JudgedConstruction> VerifyAsync(string json, CancellationToken cancellation) => _judge.VerifyAsync(json, cancellation);

    /// <summary>Whether programs can be given a construction to start from.</summary>
    public Task<bool> TakesStartAsync(CancellationToken cancellation) => _judge.TakesStartAsync(cancellation);

    /// <summary>Runs a program and verifies what it makes.</summary>
    /// <exception cref="InvalidDataException">It makes nothing; the message says why.</exception>
    public Task<JudgedConstruction> RunAsync(Artifact program, CancellationToken cancellation) => _judge.RunAsync(_evaluators.Preparation.Prepare(program, cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _judge.DisposeAsync().ConfigureAwait(false);
        await _evaluators.DisposeAsync().ConfigureAwait(false);
        _sandbox.Dispose();
    }
}
