using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>A port or cell as a file describes it. Size and centre are those after it is laid down by its orientation, in microns.</summary>
internal readonly record struct PlacedNode
{
    public required string Name { get; init; }

    public required NodeKind Kind { get; init; }

    public (double Width, double Height) Size { get; init; }

    public (double X, double Y) Centre { get; init; }

    public Orientation Orientation { get; init; }

    public bool Fixed { get; init; }
}
