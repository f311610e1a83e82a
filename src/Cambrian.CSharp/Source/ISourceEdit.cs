namespace Cambrian.CSharp.Source;

/// <summary>One way of changing a program. Stateless.</summary>
internal interface ISourceEdit
{
    /// <summary>The operator's name, in lower case, as it stands in the ledger.</summary>
    string Name { get; }

    /// <summary>Whether it takes material from a second program.</summary>
    bool NeedsMate => false;

    /// <summary>The operator's name for the ledger, and behind a slash which of its kinds it was.</summary>
    /// <param name="changes">What it answered.</param>
    string Labelled(IReadOnlyList<SourceChange> changes) => changes is [{ Kind: { Length: > 0 } kind }, ..] ? $"{Name}/{kind}" : Name;

    /// <summary>Tries once, at a place chosen by chance.</summary>
    /// <param name="program">What is changed.</param>
    /// <param name="mate">Where material comes from; the program itself where no mate is needed.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>What to change; null when this place would not do.</returns>
    IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random);
}
