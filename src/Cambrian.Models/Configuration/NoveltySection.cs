using System.ComponentModel;

namespace Cambrian.Models.Configuration;

/// <summary>When a model's program is too similar to earlier ones to be worth measuring. The defaults are ShinkaEvolve's (arXiv 2509.19349; 9912af1, <c>shinka/core/config.py</c>).</summary>
public sealed record NoveltySection
{
    /// <summary>The model that embeds programs.</summary>
    [Description("The model that embeds programs: provider, model, and as for other models name, endpoint, key, inputPrice, parallel, timeLimit and attempts.")]
    public required ModelSection Embedding { get; init; }

    /// <summary>The greatest cosine between a new program's embedding and an earlier one's; in [−1, 1], default 0.99.</summary>
    [Description("The greatest cosine between the embeddings of a new program and an earlier one; default 0.99.")]
    public double Similarity { get; init; } = 0.99;

    /// <summary>How many programs are asked for, at most, before a step is given up; default 3.</summary>
    [Description("How many programs are asked for, at most, before a step is given up; default 3.")]
    public int Tries { get; init; } = 3;
}
