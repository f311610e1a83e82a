namespace Cambrian.CSharp.Source.Mutants;

/// <summary>One way of changing a program, everywhere it can be done. Stateless.</summary>
internal interface IMutation
{
    /// <summary>All edits of this kind, in the order they stand in the program.</summary>
    IEnumerable<Alteration> In(SourceProgram program);
}
