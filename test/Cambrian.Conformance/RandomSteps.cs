using System.Collections.Immutable;
using CsCheck;

namespace Cambrian.Conformance;

/// <summary>Steps with everything in them that a run may produce, and some things it hopefully never does.</summary>
public static class RandomSteps
{
    private static readonly Gen<double> Number = Gen.Frequency(
        (8, Gen.Double), (1, Gen.Const(double.NaN)), (1, Gen.Const(double.PositiveInfinity)), (1, Gen.Const(double.NegativeInfinity)), (1, Gen.Const(-0.0)));

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.String[Gen.Char.AlphaNumeric, 0, 20]), (1, Gen.Const("")), (1, Gen.Const("Grüße, 進化 🧬\n\0'\";--")), (1, Gen.Const(new string('x', 5_000))));

    private static readonly Gen<ImmutableSortedDictionary<string, double>> Metrics =
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Number)[0, 4].Select(metrics => metrics.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static readonly Gen<TimeSpan> Time = Gen.Int[0, 10_000_000].Select(microseconds => TimeSpan.FromMicroseconds(microseconds));

    private static readonly Gen<Artifact> Program =
        Gen.Select(Text, Text, Gen.Int[1, 3]).Select((text, more, files) =>
            new Artifact(Enumerable.Range(0, files).Select(file => KeyValuePair.Create($"src/file{file}.cs", file == 0 ? text : more))));

    private static readonly Gen<Evaluation> Measured =
        Gen.Select(Number.Array[0, 6], Metrics, Text, Gen.Select(Number, Number, Gen.Bool), Gen.Select(Gen.Enum<Outcome>(), Time)).Select((cases, metrics, text, numbers, end) => new Evaluation
        {
            Outcome = end.Item1,
            Score = numbers.Item1,
            Cost = numbers.Item2,
            Complete = numbers.Item3,
            Cases = [.. cases],
            Metrics = metrics,
            Behaviour = cases.Length > 3 ? text : "",
            Feedback = text,
            Cpu = end.Item2,
            Isolation = cases.Length > 1 ? "L3 bubblewrap+seccomp+cgroup" : "",
        });

    private static readonly Gen<Step> Any =
        Gen.Select(Program, Measured, Text, Gen.Select(Gen.Bool, Gen.Int[0, 9], Number), Gen.Select(Time, Gen.Int[0, 1_000_000].Array[0, 3])).Select((program, measured, text, odds, rest) => new Step
        {
            Number = 0,
            Parents = rest.Item2,
            ParentScore = odds.Item3,
            Origin = odds.Item2 < 5 ? "swap" : text,
            Child = odds.Item2 == 0 ? null : program,
            Evaluation = odds.Item2 == 0 ? null : measured,
            Effort = odds.Item2 == 9 ? 12.5 : 0,
            Verdict = odds.Item1 ? Verdict.Admit() : Verdict.Reject(text),
            Elapsed = rest.Item1,
        });

    /// <summary>The first steps of a ledger.</summary>
    /// <param name="seed">Equal seeds give equal steps.</param>
    /// <param name="count">How many.</param>
    public static Step[] Take(int seed, int count) =>
        [.. Any.Array[count].Generate(new PCG((uint)seed), min: null, out _).Select((step, number) => step with { Number = number })];
}
