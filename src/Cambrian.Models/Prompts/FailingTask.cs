using Cambrian.Core;

namespace Cambrian.Models.Prompts;

/// <summary>One task that an agent fails, to be diagnosed: what the Darwin Gödel Machine bases each change on.</summary>
internal static class FailingTask
{
    private const double Solved = 1;

    /// <summary>What a model is to do about one of the tasks that were not solved, each as likely as the others; null when all were.</summary>
    /// <param name="problem">The task of the run.</param>
    /// <param name="measured">Of the parent. A task is solved by a score of 1 or more.</param>
    /// <param name="random">Draws it.</param>
    public static string? Instruction(Problem problem, Evaluation measured, Random random)
    {
        int[] failed = [.. Enumerable.Range(0, measured.Cases.Length).Where(number => measured.Cases[number] < Solved)];
        if (failed.Length == 0)
        {
            return null;
        }

        var number = failed[random.Next(failed.Length)];
        return $"Look at case {number}, on which it scores {ProgramText.Score(problem, measured.Cases[number])}. First say in a sentence or two what in the program "
            + "may make it fail there, and which general ability it lacks; then make the one change that gives it that ability, not one for this case alone.";
    }
}
