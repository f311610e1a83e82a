namespace Cambrian.Chips.Formats;

/// <summary>All pins of a netlist as read, ports included, and what each drives.</summary>
internal sealed class PinTable
{
    /// <summary>The pins, in file order.</summary>
    public List<(int Symbol, string Macro, double X, double Y, double Weight)> Pins { get; } = [];

    /// <summary>Where each pin's sinks begin; one more entry than pins.</summary>
    public List<int> SinkStarts { get; } = [0];

    /// <summary>Numbers of names.</summary>
    public List<int> Sinks { get; } = [];

    /// <summary>Takes one pin.</summary>
    public void Add(NodeRecord record, string macro, double x, double y, double weight)
    {
        Pins.Add((record.Symbol, macro, x, y, weight));
        Sinks.AddRange(record.Inputs);
        SinkStarts.Add(Sinks.Count);
    }
}
