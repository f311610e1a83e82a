using Cambrian.CSharp.Source.Mutants;

namespace Cambrian.Faults;

/// <summary>What every mutant of a program does in every test.</summary>
/// <param name="Space">The mutants.</param>
/// <param name="Passes">Mutant (0 for the program as it is), test → whether it passes.</param>
/// <param name="Reaches">Test, mutant → whether the program as it is reaches the edit.</param>
internal sealed record Outcomes(MutantSpace Space, bool[][] Passes, bool[][] Reaches)
{
    /// <summary>Whether some edit passes every test.</summary>
    public bool IsRepairable => Passes.Any(row => row.All(passes => passes));
}
