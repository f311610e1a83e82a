namespace Cambrian.Numerics.Expressions;

/// <summary>What an expression's value is.</summary>
public enum Kind
{
    /// <summary>A double, with everything IEEE 754 says about NaN, infinities and signed zeros.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,
}
