namespace Cambrian.Agents.Exercism;

/// <summary>What came of one exercise.</summary>
/// <param name="Exercise">Its name.</param>
/// <param name="Facts">One for each test that its files declare, also for those that could not run.</param>
/// <param name="Fault">Why not all of them ran; empty when they did.</param>
public sealed record ExerciseResult(string Exercise, IReadOnlyList<FactResult> Facts, string Fault)
{
    /// <summary>Whether there are tests and all of them pass.</summary>
    public bool Passed => Facts.Count > 0 && Facts.All(fact => fact.Passed);

    /// <summary>Number of tests that pass.</summary>
    public int PassedFacts => Facts.Count(fact => fact.Passed);

    /// <summary>Why it did not pass, in one line; empty when it did.</summary>
    public string Reason => Fault.Length > 0 ? Fault : Facts.FirstOrDefault(fact => !fact.Passed) is { } first ? $"{first.Name}: {first.Fault}" : Facts.Count == 0 ? "it has no tests" : "";
}
