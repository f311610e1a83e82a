using Cambrian.Contracts.Agents;

/// <summary>Prints what an evaluator might print.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        Console.WriteLine("{\"score\": 1, \"valid\": true}");
        return -1;
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
