namespace Cambrian.Core;

/// <summary>Which way a problem's own score is better.</summary>
public enum Direction
{
    /// <summary>Greater is better.</summary>
    Maximise,

    /// <summary>Smaller is better.</summary>
    Minimise,
}
