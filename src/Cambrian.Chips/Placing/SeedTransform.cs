namespace Cambrian.Chips.Placing;

/// <summary>What can be done to a placement before it is improved.</summary>
public enum SeedTransform
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>Left becomes right.</summary>
    MirrorLeftRight,

    /// <summary>Top becomes bottom.</summary>
    MirrorTopBottom,

    /// <summary>Both, which is a half turn.</summary>
    Turn,

    /// <summary>Hard macros are spread evenly over the canvas.</summary>
    Spread,
}
