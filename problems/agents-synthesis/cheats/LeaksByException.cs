using Cambrian.Contracts.Agents;

/// <summary>Carries what it was shown out in the text of an exception, where a later agent could read it.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        throw new InvalidOperationException($"{operations} {training} {unseen} {reaches(training, 0)}");
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
