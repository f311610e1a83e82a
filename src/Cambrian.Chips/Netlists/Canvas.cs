namespace Cambrian.Chips.Netlists;

/// <summary>The area to place into, its grid, and the routing resources on it. Lengths are in microns.</summary>
public sealed record Canvas
{
    /// <summary>Above 0.</summary>
    public required double Width { get; init; }

    /// <summary>Above 0.</summary>
    public required double Height { get; init; }

    /// <summary>Grid cells from left to right, from 1 to 32,767.</summary>
    public required int Columns { get; init; }

    /// <summary>Grid cells from bottom to top, from 1 to 32,767.</summary>
    public required int Rows { get; init; }

    /// <summary>Horizontal tracks per micron of height.</summary>
    public double HorizontalRoutes { get; init; } = 57.031;

    /// <summary>Vertical tracks per micron of width.</summary>
    public double VerticalRoutes { get; init; } = 56.818;

    /// <summary>Horizontal tracks per micron that a hard macro takes from the cells it covers.</summary>
    public double HorizontalRoutesOfMacros { get; init; } = 39.583;

    /// <summary>Vertical tracks per micron that a hard macro takes from the cells it covers.</summary>
    public double VerticalRoutesOfMacros { get; init; } = 30.303;

    /// <summary>How many cells to either side a net's demand spreads.</summary>
    public int SmoothRange { get; init; }

    /// <summary>Width of a grid cell.</summary>
    public double CellWidth => Width / Columns;

    /// <summary>Height of a grid cell.</summary>
    public double CellHeight => Height / Rows;

    /// <summary>The column a coordinate falls into; beyond the canvas, the nearest one.</summary>
    public int ColumnOf(double x) => (int)Math.Clamp(Math.Floor(x / CellWidth), 0, Columns - 1);

    /// <summary>The row a coordinate falls into; beyond the canvas, the nearest one.</summary>
    public int RowOf(double y) => (int)Math.Clamp(Math.Floor(y / CellHeight), 0, Rows - 1);
}
