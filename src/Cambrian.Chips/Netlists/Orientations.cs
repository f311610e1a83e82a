namespace Cambrian.Chips.Netlists;

/// <summary>What an orientation does to a pin.</summary>
internal static class Orientations
{
    /// <summary>A pin's offset from its macro's centre, after laying the macro down. The table is that of TILOS's evaluator (plc_client_os.py, update_macro_orientation).</summary>
    public static (double X, double Y) Turn(this Orientation orientation, double x, double y) => orientation switch
    {
        Orientation.FN => (-x, y),
        Orientation.S => (-x, -y),
        Orientation.FS => (x, -y),
        Orientation.E => (y, -x),
        Orientation.FE => (-y, -x),
        Orientation.W => (-y, x),
        Orientation.FW => (y, x),
        _ => (x, y),
    };
}
