using Cambrian.Contracts.Agents;

/// <summary>Runs on until it is stopped, hoping that only what it had by then counts.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        while (true)
        {
            run(0, 0);
        }
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
