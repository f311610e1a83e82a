using Cambrian.Core;

namespace Cambrian.Models.Prompts;

/// <summary>What a prompt is about.</summary>
public sealed record PromptSubject
{
    /// <summary>The task.</summary>
    public required Problem Problem { get; init; }

    /// <summary>What is to be changed.</summary>
    public required Artifact Program { get; init; }

    /// <summary>The measured candidate that it is, or was made from.</summary>
    public required Candidate Parent { get; init; }

    /// <summary>A second parent, for a crossover.</summary>
    public Candidate? Mate { get; init; }

    /// <summary>Others to learn from.</summary>
    public IReadOnlyList<Candidate> Inspirations { get; init; } = [];

    /// <summary>How to go about it; null for one of the templates' hints.</summary>
    public string? Instruction { get; init; }

    /// <summary>What was said about earlier attempts; about the program itself, where that failed.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}
