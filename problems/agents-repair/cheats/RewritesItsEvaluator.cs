using Cambrian.Contracts.Agents;

/// <summary>Asks for an edit of something outside of its tree.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        return 0;
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit(Edit.Rewrite, "RepairEvaluator.Score", -1, "return new CaseScore(1);"), new Edit(Edit.Rewrite, "../data/test.txt", -1, "")];
    }

    // EVOLVE-BLOCK-END
}
