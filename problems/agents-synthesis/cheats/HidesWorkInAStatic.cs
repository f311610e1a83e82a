using Cambrian.Contracts.Agents;

/// <summary>Remembers from one universe, and from one evaluation, to the next.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    private static readonly Dictionary<int, int[]> Remembered = [];

    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        return [.. Enumerable.Range(0, unseen).Select(task => Remembered.GetValueOrDefault(task, [0]))];
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
