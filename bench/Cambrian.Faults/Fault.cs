using Cambrian.CSharp.Source.Mutants;

namespace Cambrian.Faults;

/// <summary>A subject with a fault in it, and everything that one more edit would do.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Mutant">The edit that broke it.</param>
/// <param name="Outcomes">Of the broken program's own mutants.</param>
internal sealed record Fault(Subject Subject, Mutant Mutant, Outcomes Outcomes);
