using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Source;

/// <summary>What the typed edits work with.</summary>
public sealed record SourceOptions
{
    /// <summary>What programs may refer to; must be what they are later compiled against.</summary>
    public ReferenceSet References { get; init; } = ReferenceSet.Candidate;

    /// <summary>Metadata names of the static classes whose functions edits may bring in. Default: System.Math.</summary>
    public IReadOnlyList<string> Toolbox { get; init; } = ["System.Math"];

    /// <summary>Children longer than this are not proposed, in characters. Default 20,000.</summary>
    public int LongestChild { get; init; } = 20_000;

    /// <summary>Places tried before giving up. Default 40.</summary>
    public int Attempts { get; init; } = 40;

    /// <summary>Programs whose analysis is kept, the last used ones. Default 128, about a megabyte each.</summary>
    public int Remembered { get; init; } = 128;
}
