using Cambrian.Contracts.Agents;

/// <summary>Returns more programs than there are tasks, hoping that a share is taken of them.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        return [.. Enumerable.Range(0, 10 * unseen).Select(_ => new[] { 0 })];
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
