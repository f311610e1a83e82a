namespace Cambrian.Chips.Formats;

/// <summary>One node of a protobuf netlist as it was read, before names are resolved.</summary>
internal sealed class NodeRecord
{
    /// <summary>Its number among the netlist's names.</summary>
    public int Symbol { get; set; } = -1;

    /// <summary>Where it begins in the file.</summary>
    public int Line { get; set; }

    /// <summary>PORT, MACRO, macro, MACRO_PIN or macro_pin.</summary>
    public string Type { get; set; } = "";

    /// <summary>The macro of a pin.</summary>
    public string Macro { get; set; } = "";

    /// <summary>N when absent.</summary>
    public string Orientation { get; set; } = "N";

    /// <summary>By name of attribute: x, y, width, height, x_offset, y_offset, weight. Absent ones are missing.</summary>
    public Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The numbers of the names it drives.</summary>
    public List<int> Inputs { get; } = [];

    /// <summary>Makes room for the next one.</summary>
    public void Clear()
    {
        Symbol = -1;
        Type = "";
        Macro = "";
        Orientation = "N";
        Numbers.Clear();
        Inputs.Clear();
    }
}
