using System.Collections;

namespace Cambrian.Faults;

/// <summary>How a fault is written down for the evaluator: one line of words; lists of numbers and of truth values in base 64.</summary>
internal static class CaseLine
{
    /// <summary>A comment that says what was broken, and the case.</summary>
    public static IReadOnlyList<string> Of(Fault fault)
    {
        var (subject, outcomes) = (fault.Subject, fault.Outcomes);
        var mutants = outcomes.Space.Mutants;
        string[] words =
        [
            subject.Name,
            $"{subject.Visible.Count}",
            $"{subject.Hidden.Count}",
            Convert.ToBase64String([.. mutants.Select(mutant => (byte)mutant.Kind)]),
            Convert.ToBase64String([.. mutants.Select(mutant => (byte)mutant.Place)]),
            Convert.ToBase64String([.. mutants.Select(mutant => checked((byte)mutant.Line))]),
            Bits(outcomes.Passes[0]),
            Bits(outcomes.Reaches.Take(subject.Visible.Count).SelectMany(row => row.Skip(1))),
            Bits(outcomes.Passes.Skip(1).SelectMany(row => row)),
        ];
        return [$"# {subject.Name}, line {fault.Mutant.Line}, {fault.Mutant.Kind}: {OneLine(fault.Mutant.Before)} -> {OneLine(fault.Mutant.After)}", string.Join(' ', words)];
    }

    private static string Bits(IEnumerable<bool> values)
    {
        var bits = new BitArray(values.ToArray());
        var bytes = new byte[(bits.Length + 7) / 8];
        bits.CopyTo(bytes, 0);
        return Convert.ToBase64String(bytes);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
