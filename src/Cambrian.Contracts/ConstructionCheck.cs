namespace Cambrian.Contracts;

/// <summary>
/// A second, independent implementation of a construction's verifier, in another style than the evaluator's: the one class that a
/// <c>check.cs</c> derives from this. It runs in the judge's process. Every new best must pass it with the evaluator's own value.
/// </summary>
/// <typeparam name="TAnswer">The evaluator's answer type.</typeparam>
public abstract class ConstructionCheck<TAnswer>
{
    /// <summary>Works out what a construction is worth, trusting nothing in it.</summary>
    /// <param name="size">What was asked for: <see cref="ConstructionCase{T}.Size"/>.</param>
    /// <param name="answer">The construction.</param>
    public abstract CaseScore Check(int[] size, TAnswer answer);
}
