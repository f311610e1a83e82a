namespace Cambrian.CSharp.Source.Mutants;

/// <summary>What an edit stands in: the innermost of these around it. The numbers are part of recorded outcomes.</summary>
public enum MutantPlace
{
    /// <summary>A statement as a whole, or an expression that is one.</summary>
    Statement,

    /// <summary>The condition of an if or of a choice between two values.</summary>
    Condition,

    /// <summary>What a loop starts with, waits for, steps by or runs over.</summary>
    LoopHeader,

    /// <summary>What a method or lambda returns.</summary>
    Result,

    /// <summary>An index into something.</summary>
    Index,

    /// <summary>An argument of a call.</summary>
    Argument,

    /// <summary>A value that is assigned.</summary>
    Value,
}
