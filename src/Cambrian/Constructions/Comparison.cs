namespace Cambrian.Constructions;

/// <summary>How a value stands against a published one.</summary>
internal enum Comparison
{
    /// <summary>Not as good.</summary>
    Worse,

    /// <summary>The same, as far as published digits tell.</summary>
    Equal,

    /// <summary>Better by more than rounding.</summary>
    Better,
}
