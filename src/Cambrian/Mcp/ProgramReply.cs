using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Mcp;

/// <summary>A measured program, as a client sees it.</summary>
/// <param name="Step">Its step: what to name as a parent.</param>
/// <param name="Score">Training score, in the problem's own direction.</param>
/// <param name="Cases">Score of each training case.</param>
/// <param name="Feedback">What the evaluator said about it; empty when nothing.</param>
/// <param name="Files">Path to text.</param>
internal sealed record ProgramReply(int Step, double Score, IReadOnlyList<double> Cases, string Feedback, IReadOnlyDictionary<string, string> Files)
{
    // A hundred numbers tell where a program fails; thousands only fill a context.
    private const int MostCases = 100;

    /// <summary>A candidate.</summary>
    public static ProgramReply Of(Candidate candidate, ScoreFormat format) =>
        new(candidate.Step, format.Own(candidate.Score), [.. candidate.Evaluation.Cases.Take(MostCases).Select(format.Own)], candidate.Evaluation.Feedback, candidate.Artifact.Files);
}
