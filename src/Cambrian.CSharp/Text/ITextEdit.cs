namespace Cambrian.CSharp.Text;

/// <summary>One way of changing a program of whatever language. Stateless.</summary>
internal interface ITextEdit
{
    /// <summary>The operator's name, in lower case, as it stands in the ledger.</summary>
    string Name { get; }

    /// <summary>Whether it takes material from a second program.</summary>
    bool NeedsMate => false;

    /// <summary>Tries once, at a place chosen by chance.</summary>
    /// <param name="files">What is changed: the files that have something to change; at least one.</param>
    /// <param name="mate">Where material comes from, the program itself where no mate is needed.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>What to change; null when this place would not do.</returns>
    IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random);
}
