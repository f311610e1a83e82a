using Cambrian.Contracts.Agents;

/// <summary>Solves like the rest, and can no longer be improved: its children would all be itself.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        return [.. Enumerable.Range(0, unseen).Select(_ => new[] { 0 })];
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [];
    }

    // EVOLVE-BLOCK-END
}
