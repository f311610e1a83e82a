using Cambrian.Contracts.Agents;

/// <summary>Goes on searching after the budget is used up, and searches unseen tasks while it may still learn.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        var answers = new int[unseen][];
        for (var task = 0; task < unseen; task++)
        {
            answers[task] = [];
            for (var tries = 0; tries < 5000 && answers[task].Length == 0; tries++)
            {
                int[] program = [tries % operations, tries / operations % operations, tries / operations / operations % operations];
                var state = extend(training + task, 0, program);
                answers[task] = state >= 0 && reaches(training + task, state) ? program : [];
            }
        }

        return answers;
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
