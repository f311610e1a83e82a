using Cambrian.Contracts.Agents;

/// <summary>Whose turn it is to be changed. Everything between the markers is the agent's own to change.</summary>
public static class Choice
{
    // EVOLVE-BLOCK-START

    /// <summary>The agent that is asked keeps its turn, unless another one is worth more to it.</summary>
    public static int Choose(IReadOnlyList<MemberView> drawn, int seed)
    {
        var chosen = 0;
        for (var other = 1; other < drawn.Count; other++)
        {
            if (Worth(drawn[other].Score, drawn[other].Children) > Worth(drawn[chosen].Score, drawn[chosen].Children))
            {
                chosen = other;
            }
        }

        return chosen;
    }

    /// <summary>How much a child of an agent with this score and so many children is hoped to be worth: for a start, all alike.</summary>
    private static double Worth(double score, int children)
    {
        return 0.0;
    }

    // EVOLVE-BLOCK-END
}
