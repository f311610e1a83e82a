namespace Cambrian.Chips.Netlists;

/// <summary>The eight ways to lay a rectangle down, by the names of LEF and DEF: north, west, south, east, and each flipped about the vertical axis.</summary>
public enum Orientation
{
    /// <summary>As drawn.</summary>
    N,

    /// <summary>Mirrored left to right.</summary>
    FN,

    /// <summary>Turned by 180°.</summary>
    S,

    /// <summary>Mirrored top to bottom.</summary>
    FS,

    /// <summary>Turned by 90° clockwise.</summary>
    E,

    /// <summary>Turned clockwise and mirrored.</summary>
    FE,

    /// <summary>Turned by 90° counter-clockwise.</summary>
    W,

    /// <summary>Turned counter-clockwise and mirrored.</summary>
    FW,
}
