namespace Cambrian.Agents.Selectors;

/// <summary>How much less a parent is chosen the more working children it has.</summary>
public enum Novelty
{
    /// <summary>1 / (1 + n), as both papers print it (arXiv 2505.22954 §A.2; 2603.19461).</summary>
    Reciprocal,

    /// <summary>exp(−(n / 8)³), as the public code of Hyperagents has it: nearly flat up to five children.</summary>
    Cubic,
}
