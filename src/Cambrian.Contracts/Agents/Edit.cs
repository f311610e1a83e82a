namespace Cambrian.Contracts.Agents;

/// <summary>One edit that an agent wants made of its own source. The kernel makes it, or finds no place for it.</summary>
/// <param name="Operator">A name of <see cref="ArchiveView.Operators"/>, or <see cref="Rewrite"/>.</param>
/// <param name="Method">Where: the name of a method; empty for anywhere that may change.</param>
/// <param name="Mate">Index into <see cref="ArchiveView.Members"/> of the program that gives material; -1 for none.</param>
/// <param name="Text">With <see cref="Rewrite"/>: what the changeable part of the method's body becomes.</param>
public sealed record Edit(string Operator, string Method = "", int Mate = -1, string Text = "")
{
    /// <summary>The operator that puts <see cref="Text"/> in place of a method's body.</summary>
    public const string Rewrite = "rewrite";
}
