using Cambrian.Contracts.Agents;

/// <summary>Runs every edit on every test, as if there were no budget.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        for (var edit = 0; edit < kinds.Length; edit++)
        {
            if (Enumerable.Range(0, passes.Length).All(test => run(edit, test)))
            {
                return edit;
            }
        }

        return -1;
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
