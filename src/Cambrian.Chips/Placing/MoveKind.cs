namespace Cambrian.Chips.Placing;

/// <summary>The moves that annealing chooses among.</summary>
public enum MoveKind
{
    /// <summary>A soft macro goes a little way, in any direction.</summary>
    SoftStep,

    /// <summary>A soft macro goes to where its nets are shortest, give or take a step.</summary>
    SoftHome,

    /// <summary>A soft macro goes just across the next grid line, so that its routes leave a row or column.</summary>
    RouteShift,

    /// <summary>Two soft macros change places.</summary>
    SoftSwap,

    /// <summary>A soft macro and those around it that it is connected to go the same way.</summary>
    Cluster,

    /// <summary>A hard macro goes a little way.</summary>
    HardStep,

    /// <summary>A hard macro slides along one axis, up to what stops it.</summary>
    HardSlide,

    /// <summary>Two hard macros of one size change places.</summary>
    HardSwap,

    /// <summary>A hard macro slides until one of its edges lies on a grid line, or just beside it.</summary>
    EdgeAlign,
}
