using System.CommandLine;
using Cambrian.Agents.Exercism;
using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.Commands;

/// <summary><c>cambrian exercism</c>: scores the solutions in a clone of Exercism's C# track by the track's own tests.</summary>
internal static class ExercismCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> track = new("track") { Description = "the folder of a clone: git clone https://github.com/exercism/csharp" };
        var references = OptionKinds.Switch("--references", "score the track's own solutions instead: a test of the scorer");
        Option<string?> only = new("--only") { Description = "score one exercise", HelpName = "NAME" };
        var parallel = OptionKinds.Whole("--parallel", "exercises at a time (default: one for each processor)", most: 1024);
        var weak = SearchOptions.WeakIsolationSwitch();
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "exercism",
            "Score the solutions in a clone of Exercism's C# track by its tests, each in a sandbox, in stages of 10, 50 and the rest.",
            "cambrian exercism ../exercism-csharp --references",
            "cambrian exercism ../exercism-csharp --only leap")
        {
            track,
            references,
            only,
            parallel,
            weak,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var exercises = Choose(ExerciseTrack.Read(host.Absolute(parsed.GetRequiredValue(track))), parsed.GetValue(only));
            using var sandbox = await SandboxRunner.OpenAsync(parsed.GetValue(weak) ? IsolationGrade.Limits : IsolationGrade.Namespaces, cancellation).ConfigureAwait(false);
            var trial = new ExercismTrial(host, new ExerciseScorer(sandbox), parsed.GetValue(parallel) ?? Environment.ProcessorCount, parsed.GetValue(json));
            return await trial.RunAsync(exercises, parsed.GetValue(references) ? Reference : Solution, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static Artifact Reference(Exercise exercise) => exercise.Reference;

    private static Artifact Solution(Exercise exercise) => exercise.Solution;

    private static IReadOnlyList<Exercise> Choose(IReadOnlyList<Exercise> exercises, string? only)
    {
        if (only is null)
        {
            return exercises;
        }

        return exercises.FirstOrDefault(exercise => exercise.Name == only) is { } chosen
            ? [chosen]
            : throw new UserException(ExitCode.Usage, $"The track has no exercise '{only}'.{NearestName.Suggest(only, [.. exercises.Select(exercise => exercise.Name)])}");
    }
}
