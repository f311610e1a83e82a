namespace Cambrian.CSharp.Text;

/// <summary>What the text edits work with.</summary>
public sealed record TextOptions
{
    /// <summary>Children longer than this are not proposed, in characters; a longer parent's children may be as long as it. Default 20,000.</summary>
    public int LongestChild { get; init; } = 20_000;

    /// <summary>Places tried before giving up. Default 40.</summary>
    public int Attempts { get; init; } = 40;
}
