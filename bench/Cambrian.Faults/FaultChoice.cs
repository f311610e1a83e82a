using Cambrian.Core;
using Cambrian.CSharp.Source.Mutants;

namespace Cambrian.Faults;

/// <summary>
/// Breaks a subject in several ways, from a fault that few tests notice to one that many do. Kinds of edits are drawn before
/// edits, so that kinds with many places do not crowd out the others.
/// </summary>
internal static class FaultChoice
{
    /// <summary>Faults of one subject at most.</summary>
    public const int PerSubject = 3;

    /// <summary>The faults of a subject: always the same ones.</summary>
    /// <exception cref="InvalidDataException">The subject does not pass its own tests.</exception>
    public static IReadOnlyList<Fault> Of(Subject subject, CancellationToken cancellation)
    {
        var whole = TestBench.Run(subject.Program, subject.Tests, cancellation);
        if (Array.IndexOf(whole.Passes[0], value: false) is var failed and >= 0)
        {
            throw new InvalidDataException($"{subject.Name} fails its own test '{subject.Tests[failed]}'.");
        }

        // What is deleted or cut off does not come back by one edit.
        var noticed = whole.Space.Mutants.Where(mutant => mutant.Kind is not (MutantKind.Deletion or MutantKind.Hoist) && IsFault(whole.Passes[mutant.Number], subject.Visible.Count))
            .OrderBy(mutant => whole.Passes[mutant.Number].Count(passes => !passes)).ToList();
        var random = Randomness.From(Randomness.Derive(subject.Name.Aggregate(0, (hash, letter) => unchecked((hash * 31) + letter)), 0, 0));
        List<Fault> chosen = [];
        foreach (var third in noticed.Chunk(Math.Max(1, (noticed.Count + PerSubject - 1) / PerSubject)))
        {
            if (Draw(subject, whole, third, chosen, random, cancellation) is { } fault)
            {
                chosen.Add(fault);
            }
        }

        return chosen;
    }

    // A visible and a hidden test notice it, and some visible test does not: there is something to go by.
    private static bool IsFault(bool[] passes, int visible) =>
        passes.Take(visible).Contains(value: false) && passes.Take(visible).Contains(value: true) && passes.Skip(visible).Contains(value: false);

    private static Fault? Draw(Subject subject, Outcomes whole, IReadOnlyList<Mutant> candidates, List<Fault> chosen, Random random, CancellationToken cancellation)
    {
        var left = candidates.Where(mutant => !chosen.Exists(fault => fault.Mutant.Line == mutant.Line)).ToList();
        while (left.Count > 0)
        {
            var kinds = left.Select(mutant => mutant.Kind).Distinct().Order().ToList();
            var kind = kinds[random.Next(kinds.Count)];
            var ofKind = left.Where(mutant => mutant.Kind == kind).ToList();
            var mutant = ofKind[random.Next(ofKind.Count)];
            left.Remove(mutant);
            var outcomes = TestBench.Run(whole.Space.Apply(mutant), subject.Tests, cancellation);
            if (!outcomes.Passes[0].AsSpan().SequenceEqual(whole.Passes[mutant.Number]))
            {
                throw new InvalidOperationException($"{subject.Name}: mutant {mutant.Number} does something else in the schema than by itself.");
            }

            if (outcomes.IsRepairable)
            {
                return new Fault(subject, mutant, outcomes);
            }
        }

        return null;
    }
}
