namespace Cambrian.Chips.Placing.Moves;

/// <summary>One way to change a placement.</summary>
internal interface IMove
{
    /// <summary>Which kind it is.</summary>
    MoveKind Kind { get; }

    /// <summary>Changes a scene, without judging whether that is good.</summary>
    /// <returns>False when there was nothing to move or no room; the scene is then as before.</returns>
    bool Try(Scene scene);
}
