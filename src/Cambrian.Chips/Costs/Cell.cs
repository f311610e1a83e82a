namespace Cambrian.Chips.Costs;

/// <summary>A grid cell packed into one number, which sorts by row, then column.</summary>
internal static class Cell
{
    public static int Pack(int row, int column) => (row << 16) | column;

    public static int Row(int cell) => cell >> 16;

    public static int Column(int cell) => cell & 0xFFFF;

    /// <summary>The same cell as a number that sorts by column, then row.</summary>
    public static int Turned(int cell) => (cell << 16) | (cell >>> 16);
}
