namespace Cambrian.Chips.Costs;

/// <summary>Takes the straight pieces of a net's route.</summary>
internal interface IRouteSink
{
    /// <summary>A piece along a row, over the cells [from, to).</summary>
    void Horizontal(int row, int from, int to);

    /// <summary>A piece along a column, over the cells [from, to).</summary>
    void Vertical(int column, int from, int to);
}
