using System.ComponentModel;

namespace Cambrian.Models.Configuration;

/// <summary>How models are asked, whichever they are.</summary>
public abstract record ModelSettings
{
    /// <summary>What a step is worth in money, so that a bandit can weigh a model's price against a step of its own.</summary>
    [Description("What a step is worth in money, so that a model's price can be weighed against a step without one; default 0.01.")]
    public double StepWorth { get; init; } = 0.01;

    /// <summary>Whether models also write the instructions that prompts give.</summary>
    [Description("Whether models also write the instructions that prompts give, which are kept by what came of them; default false.")]
    public bool EvolvePrompts { get; init; }

    /// <summary>By which rule they are chosen.</summary>
    [Description("By which rule models are chosen: gain (recent gains per cost, the default), ucb or thompson (as in ShinkaEvolve), or fixed (by their weights, as in OpenEvolve).")]
    public ModelChoice Choice { get; init; }

    /// <summary>When a model's program is too similar to earlier ones; null where only equal programs are.</summary>
    [Description("When a model's program is too similar to earlier ones to be measured, by an embedding model; default: only when it is equal to one.")]
    public NoveltySection? Novelty { get; init; }
}
