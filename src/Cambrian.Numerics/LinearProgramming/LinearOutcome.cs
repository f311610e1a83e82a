namespace Cambrian.Numerics.LinearProgramming;

/// <summary>How a linear or integer programme ended.</summary>
public enum LinearOutcome
{
    /// <summary>No point is better.</summary>
    Optimal,

    /// <summary>No point meets all bounds.</summary>
    Infeasible,

    /// <summary>Points that meet all bounds have values as large as one likes.</summary>
    Unbounded,

    /// <summary>The work was used up first.</summary>
    OutOfWork,
}
