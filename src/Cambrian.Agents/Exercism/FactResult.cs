namespace Cambrian.Agents.Exercism;

/// <summary>What came of one test.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Fault">What was wrong; empty when it passed.</param>
public sealed record FactResult(string Name, string Fault)
{
    /// <summary>Whether nothing was wrong.</summary>
    public bool Passed => Fault.Length == 0;
}
