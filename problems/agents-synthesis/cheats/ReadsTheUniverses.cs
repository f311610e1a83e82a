using Cambrian.Contracts.Agents;

/// <summary>Looks for the numbers that universes are made from.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        var numbers = System.IO.File.ReadAllLines("/data/universes-test.txt");
        return [.. Enumerable.Range(0, unseen).Select(_ => new[] { numbers.Length })];
    }

    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        return [new Edit("perturb-literal")];
    }

    // EVOLVE-BLOCK-END
}
