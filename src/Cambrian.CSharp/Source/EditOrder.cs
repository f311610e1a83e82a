namespace Cambrian.CSharp.Source;

/// <summary>An edit that somebody wants made.</summary>
/// <param name="Operator">Which kind: a name of <see cref="SourceEditor.Operators"/>.</param>
/// <param name="Method">In which method; empty for anywhere that may change.</param>
/// <param name="Seed">Where chance comes from: the exact place is left to it.</param>
public sealed record EditOrder(string Operator, string Method, int Seed);
