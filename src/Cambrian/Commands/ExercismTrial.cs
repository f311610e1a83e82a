using System.Text.Json;
using Cambrian.Agents.Exercism;
using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>Scores exercises stage by stage and prints what fails, as it goes.</summary>
/// <param name="host">Where to print.</param>
/// <param name="scorer">Scores one exercise.</param>
/// <param name="parallel">How many exercises at a time.</param>
/// <param name="json">Whether the last line is one JSON object, and all else goes to standard error.</param>
internal sealed class ExercismTrial(Host host, ExerciseScorer scorer, int parallel, bool json)
{
    private readonly List<ExerciseResult> _results = [];
    private readonly List<int> _stages = [];

    private TextWriter Talk => json ? host.Error : host.Output;

    /// <summary>Runs the stages, as long as enough is solved.</summary>
    /// <param name="exercises">All of them.</param>
    /// <param name="solutionOf">Chooses what is scored.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<int> RunAsync(IReadOnlyList<Exercise> exercises, Func<Exercise, Artifact> solutionOf, CancellationToken cancellation)
    {
        foreach (var stage in ExerciseStages.Of(exercises))
        {
            if (_stages.Count > 0 && !ExerciseStages.GoesOn(_results))
            {
                await Talk.WriteLineAsync($"no more stages: more than {ExerciseStages.Threshold:P0} of the exercises so far must pass; {exercises.Count - _results.Count} were not tried").ConfigureAwait(false);
                break;
            }

            var results = await scorer.ScoreAllAsync(stage, solutionOf, parallel, cancellation).ConfigureAwait(false);
            _results.AddRange(results);
            _stages.Add(results.Count);
            await SayAsync(results).ConfigureAwait(false);
        }

        if (json)
        {
            await host.Output.WriteLineAsync(Json(exercises.Count)).ConfigureAwait(false);
        }
        else
        {
            await host.Output.WriteLineAsync($"all: {Share(_results, exercises.Count)}, isolation {scorer.Isolation}").ConfigureAwait(false);
        }

        return (int)ExitCode.Done;
    }

    private async Task SayAsync(IReadOnlyList<ExerciseResult> results)
    {
        foreach (var result in results.Where(result => !result.Passed))
        {
            await Talk.WriteLineAsync($"  {result.Exercise,-28} {result.PassedFacts,3} of {result.Facts.Count,3}  {PlainText.Line(result.Reason, 200)}").ConfigureAwait(false);
        }

        await Talk.WriteLineAsync($"stage {_stages.Count}: {Share(results, results.Count)}").ConfigureAwait(false);
    }

    private static string Share(IReadOnlyList<ExerciseResult> results, int exercises) =>
        $"{results.Count(result => result.Passed)} of {exercises} exercises pass all tests ({results.Sum(result => result.PassedFacts)} of {results.Sum(result => result.Facts.Count)} facts)";

    private string Json(int exercises) => JsonSerializer.Serialize(new
    {
        exercises,
        tried = _results.Count,
        passed = _results.Count(result => result.Passed),
        facts = _results.Sum(result => result.Facts.Count),
        facts_passed = _results.Sum(result => result.PassedFacts),
        stages = _stages,
        failed = _results.Where(result => !result.Passed)
            .Select(result => new { exercise = result.Exercise, facts = result.Facts.Count, facts_passed = result.PassedFacts, reason = result.Reason }),
        isolation = scorer.Isolation,
    });
}
