namespace Cambrian.Models.Replies;

/// <summary>A file as what may not change and what may, in turn: fixed, block, fixed, block, fixed.</summary>
/// <param name="Fixed">One more than there are blocks.</param>
/// <param name="Blocks">What may change.</param>
internal sealed record FileParts(IReadOnlyList<string> Fixed, IReadOnlyList<string> Blocks)
{
    /// <summary>Cuts a text.</summary>
    public static FileParts Of(string text, IReadOnlyList<Range> blocks)
    {
        List<string> fixedParts = [];
        List<string> changing = [];
        var from = 0;
        foreach (var block in blocks)
        {
            fixedParts.Add(text[from..block.Start]);
            changing.Add(text[block]);
            from = block.End.GetOffset(text.Length);
        }

        return new FileParts([.. fixedParts, text[from..]], changing);
    }

    /// <summary>The text with other blocks.</summary>
    public string With(IReadOnlyList<string> blocks) =>
        string.Concat(Fixed.Select((part, index) => index < blocks.Count ? part + blocks[index] : part));
}
