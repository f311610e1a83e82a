namespace Cambrian.CSharp.Source.Mutants;

/// <summary>What a single edit does. The numbers are part of recorded outcomes: new kinds go to the end.</summary>
public enum MutantKind
{
    /// <summary>A comparison takes in its border or leaves it out: &lt; and &lt;=, &gt; and &gt;= (<c>replace-operator</c>).</summary>
    Border,

    /// <summary>A comparison becomes any other one (<c>replace-operator</c>).</summary>
    Comparison,

    /// <summary>Arithmetic, bits, compound assignment, counting up or down, Min and Max (<c>replace-operator</c>).</summary>
    Arithmetic,

    /// <summary>And becomes or, or the reverse (<c>replace-operator</c>).</summary>
    Logic,

    /// <summary>A literal becomes its neighbour, a truth value its opposite (<c>perturb-literal</c>).</summary>
    Literal,

    /// <summary>Another variable of the same type is read (<c>swap-expression</c>).</summary>
    Variable,

    /// <summary>A condition is negated, or no longer is (<c>add-feature</c>).</summary>
    Negation,

    /// <summary>A part of an expression takes its place (<c>hoist-expression</c>).</summary>
    Hoist,

    /// <summary>One is added to a whole number or taken from it (<c>add-feature</c>).</summary>
    OffByOne,

    /// <summary>The same where a loop's condition looks at it (<c>change-bound</c>).</summary>
    Bound,

    /// <summary>Two arguments, or the sides of a difference or quotient, change places.</summary>
    Order,

    /// <summary>A loop is left instead of gone on with, or the reverse (<c>leave-loop</c>).</summary>
    Jump,

    /// <summary>A statement goes (<c>delete-statement</c>).</summary>
    Deletion,

    /// <summary>Two neighbouring statements change places (<c>move-statement</c>).</summary>
    Exchange,
}
