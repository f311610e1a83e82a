namespace Cambrian.Models.Prompts;

/// <summary>What a model is asked for. Each has a template of its name.</summary>
public enum PromptKind
{
    /// <summary>A few edits by search and replace.</summary>
    Diff,

    /// <summary>The whole program anew.</summary>
    Rewrite,

    /// <summary>One program from two.</summary>
    Crossover,

    /// <summary>A program that failed, mended.</summary>
    Fix,
}
