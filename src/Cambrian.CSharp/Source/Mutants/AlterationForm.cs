namespace Cambrian.CSharp.Source.Mutants;

/// <summary>How an edit is made, in a program and in a schema.</summary>
internal enum AlterationForm
{
    /// <summary>A value takes the place of a value.</summary>
    Value,

    /// <summary>An expression that is run for what it does takes the place of another.</summary>
    Effect,

    /// <summary>A jump takes the place of a jump.</summary>
    Jump,

    /// <summary>A statement goes.</summary>
    Deletion,

    /// <summary>A statement and the one after it change places.</summary>
    Exchange,
}
