using Cambrian.Core.Ledgers;

namespace Cambrian.Core.Evaluators;

/// <summary>
/// Recursion: scores an improver by what its own loop reaches. Each problem of a panel is searched from each seed with the same work, and
/// the area under the best score so far is what the artifact is worth there. A loop around this evaluator improves a way of improving.
/// The inner loops run in this process; an artifact that is not trusted has to be made a strategy by something that contains it.
/// </summary>
/// <param name="panel">The problems; at least one.</param>
/// <param name="seeds">Seeds of the inner loops; each problem is searched with each of them.</param>
/// <param name="work">Work of one inner loop; see <see cref="ImprovementCurve"/>.</param>
/// <param name="improver">Reads an artifact as a way to search: a fresh strategy for a problem and a seed. Null when it is none.</param>
public sealed class InnerLoopEvaluator(
    IReadOnlyList<InnerProblem> panel, IReadOnlyList<int> seeds, double work, Func<Artifact, Func<InnerProblem, int, Strategy>?> improver) : IEvaluator
{
    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        if (improver(artifact) is not { } strategy)
        {
            return Evaluation.None(Outcome.Failed, "The artifact is no way to search.");
        }

        List<double> areas = [];
        foreach (var problem in panel)
        {
            foreach (var seed in seeds)
            {
                var loop = new Loop(problem.Problem, strategy(problem, seed), new MemoryLedger(), TimeProvider.System);
                var curve = await ImprovementCurve.FollowAsync(loop.RunAsync(new Budget(), cancellation), work, cancellation).ConfigureAwait(false);
                areas.Add(curve.Area(problem.Floor, problem.Goal, work));
            }
        }

        return new Evaluation { Outcome = Outcome.Valid, Score = areas.Average(), Cases = [.. areas], Cost = work * areas.Count };
    }
}
