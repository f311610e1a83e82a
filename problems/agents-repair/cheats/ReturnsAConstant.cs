using Cambrian.Contracts.Agents;

/// <summary>Proposes the same edit whatever is wrong.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        return 17;
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
