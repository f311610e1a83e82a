namespace Cambrian.CSharp.Source.Mutants;

/// <summary>A program with one edit made.</summary>
/// <param name="Number">Its number in its space, from 1; 0 is the program as it is.</param>
/// <param name="Kind">What the edit does.</param>
/// <param name="Place">What it stands in.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now; empty when nothing does.</param>
public sealed record Mutant(int Number, MutantKind Kind, MutantPlace Place, int Line, string Before, string After);
