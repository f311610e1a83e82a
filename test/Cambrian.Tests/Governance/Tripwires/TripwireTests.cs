using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Governance.Tripwires;

namespace Cambrian.Tests.Governance.Tripwires;

public sealed class TripwireTests
{
    private static readonly Artifact Seed = Artifact.Of("rule.txt", "fixed\n// EVOLVE-BLOCK-START\nfree\n// EVOLVE-BLOCK-END\nfixed\n");
    private int _number;

    [Fact]
    public void Improvements_of_the_usual_kind_trip_nothing()
    {
        var wire = new ScoreJumpWire(bound: null);
        var random = Randomness.From(3);
        var score = 1.0;
        for (var step = 0; step < 200; step++)
        {
            // From one to the next they vary by a factor of a hundred and more, as they do in real runs.
            score += Math.Pow(10, -4 + (3 * random.NextDouble()));
            Assert.Null(wire.Look(Scored(score)));
        }
    }

    [Fact]
    public void A_jump_far_beyond_those_before_it_trips_once()
    {
        var wire = new ScoreJumpWire(bound: null);
        for (var step = 0; step < 12; step++)
        {
            Assert.Null(wire.Look(Scored(step * 0.01)));
        }

        var trip = wire.Look(Scored(5));
        Assert.Equal((ScoreJumpWire.Name, false), (trip?.Wire, trip?.Hard));
        Assert.Contains("jumped by 4.89", trip?.Reason, StringComparison.Ordinal);
        Assert.Null(wire.Look(Scored(5.01)));
    }

    [Fact]
    public void Few_jumps_say_nothing_yet()
    {
        var wire = new ScoreJumpWire(bound: null);
        Assert.All((double[])[0, 0.01, 0.02, 0.03, 100], score => Assert.Null(wire.Look(Scored(score))));
    }

    [Fact]
    public void A_score_beyond_the_declared_bound_is_believed_by_nobody()
    {
        var wire = new ScoreJumpWire(bound: 1);
        Assert.Null(wire.Look(Scored(1)));
        var trip = wire.Look(Scored(1.25));
        Assert.Equal((true, "the score is beyond the bound that the problem declares, by 0.25"), (trip?.Hard, trip?.Reason));
    }

    [Theory]
    [InlineData("cases", "2 of 3 cases")]
    [InlineData("isolation", "no isolation grade")]
    [InlineData("metrics", "none of the metrics")]
    [InlineData("nothing", null)]
    public void A_valid_score_with_less_evidence_than_usual_trips(string taken, string? expected)
    {
        var wire = new EvidenceWire();
        Assert.Null(wire.Look(Scored(1)));
        var child = Scored(2);
        var evaluation = taken switch
        {
            "cases" => child.Evaluation! with { Cases = [1, 2] },
            "isolation" => child.Evaluation! with { Isolation = "" },
            "metrics" => child.Evaluation! with { Metrics = ImmutableSortedDictionary<string, double>.Empty },
            _ => child.Evaluation!,
        };
        var trip = wire.Look(child with { Evaluation = evaluation });

        Assert.Equal(expected is null ? null : $"a valid score came with {expected}", trip?.Reason);
        Assert.Null(wire.Look(child with { Evaluation = evaluation with { Outcome = Outcome.Failed } }));
        Assert.Null(wire.Look(child with { Evaluation = evaluation with { Complete = false } }));
    }

    [Theory]
    [InlineData("fixed\n// EVOLVE-BLOCK-START\nother\ntext\n// EVOLVE-BLOCK-END\nfixed\n", null)]
    [InlineData("fixed\n// EVOLVE-BLOCK-START\nfree\n// EVOLVE-BLOCK-END\nFIXED\n", "changed outside its evolve blocks")]
    [InlineData("fixed\nfree\nfixed\n", "changed outside its evolve blocks")]
    [InlineData("// EVOLVE-BLOCK-START\nall of it\n", "changed outside its evolve blocks")]
    public void What_lies_outside_the_evolve_blocks_may_not_change(string text, string? expected)
    {
        var trip = new ScopeWire(Seed, from: 0).Look(Scored(1, Seed.With("rule.txt", text)));

        Assert.Equal(expected is not null, trip is { Hard: true });
        Assert.Contains(expected ?? "", trip?.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Files_may_neither_come_nor_go()
    {
        var two = Seed.With("tests.txt", "expected: 3");
        Assert.Equal("the file 'evaluator.cs' was added", new ScopeWire(Seed, from: 0).Look(Scored(1, Seed.With("evaluator.cs", "score = 1")))?.Reason);
        Assert.Equal("the file 'tests.txt' was removed", new ScopeWire(two, from: 0).Look(Scored(1, Seed))?.Reason);
        Assert.Equal("'tests.txt' was changed outside its evolve blocks", new ScopeWire(two, from: 0).Look(Scored(1, two.With("tests.txt", "expected: 4")))?.Reason);
    }

    [Fact]
    public void Steps_that_were_looked_at_before_are_not_fetched_again()
    {
        var gone = Artifact.Deferred(Seed.Id, Seed.Length, _ => throw new InvalidOperationException("fetched"));
        Assert.Null(new ScopeWire(Seed, from: 1).Look(Scored(1, gone)));
    }

    [Fact]
    public void A_new_best_that_took_no_time_trips()
    {
        var wire = new TimeDropWire();
        for (var step = 0; step < 10; step++)
        {
            Assert.Null(wire.Look(Timed(step, milliseconds: 500 + (50 * step))));
        }

        Assert.Null(wire.Look(Timed(0, milliseconds: 2)));
        Assert.Null(wire.Look(Timed(11, milliseconds: 100)));
        Assert.Contains("took 2 ms", wire.Look(Timed(12, milliseconds: 2))?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_times_are_the_machines_moods()
    {
        var wire = new TimeDropWire();
        Assert.All(Enumerable.Range(0, 20), step => Assert.Null(wire.Look(Timed(step, milliseconds: step % 2 == 0 ? 15 : 0.1))));
    }

    [Fact]
    public void A_gain_that_the_sealed_cases_know_nothing_of_trips()
    {
        double[] gain = [.. Enumerable.Range(0, 40).Select(index => 1 + (0.5 * (index % 3)))];
        double[] none = [.. Enumerable.Range(0, 40).Select(index => index % 2 == 0 ? 0.5 : -0.5)];

        Assert.Equal(SealedGapWire.Name, SealedGapWire.Look(gain, none)?.Wire);
        Assert.Null(SealedGapWire.Look(gain, gain));
        Assert.Null(SealedGapWire.Look(none, none));
        Assert.Null(SealedGapWire.Look(none, gain));
        Assert.Equal(SealedGapWire.Name, SealedGapWire.Look(gain, new double[40])?.Wire);
        Assert.Equal(SealedGapWire.Name, SealedGapWire.Look([.. new double[40].Select(_ => 1.0)], none)?.Wire);
        Assert.Null(SealedGapWire.Look([.. new double[40].Select(_ => 1.0)], [.. new double[40].Select(_ => 0.1)]));
        Assert.Null(SealedGapWire.Look(new double[40], new double[40]));
        Assert.Null(SealedGapWire.Look(gain[..3], none));
        Assert.Null(SealedGapWire.Look(gain, []));
    }

    [Fact]
    public void Another_build_is_drift_and_a_change_under_way_is_a_hard_one()
    {
        Assert.Null(KernelWire.Look("a", "a", sameCall: true));
        Assert.False(KernelWire.Look("a", "b", sameCall: false)!.Hard);
        Assert.True(KernelWire.Look("a", "b", sameCall: true)!.Hard);
    }

    [Fact]
    public void The_manifest_depends_on_every_assembly_of_the_engine_and_on_nothing_else()
    {
        using var scratch = new Scratch();
        scratch.Write("Cambrian.Core.dll", "one");
        scratch.Write("cambrian.dll", "two");
        var before = KernelManifest.Of(scratch.Folder);
        scratch.Write("Other.dll", "three");
        scratch.Write("cambrian.json", "four");
        Assert.Equal(before, KernelManifest.Of(scratch.Folder));

        scratch.Write("Cambrian.Core.dll", "ONE");
        Assert.NotEqual(before, KernelManifest.Of(scratch.Folder));
        Assert.Equal(KernelManifest.OfThisProgram(), KernelManifest.OfThisProgram());
    }

    private Step Timed(double score, double milliseconds)
    {
        var step = Scored(score);
        return step with { Evaluation = step.Evaluation! with { Cpu = TimeSpan.FromMilliseconds(milliseconds) } };
    }

    private Step Scored(double score, Artifact? child = null) => new()
    {
        Number = _number++,
        Child = child ?? Seed,
        Verdict = Verdict.Admit(),
        Evaluation = new Evaluation
        {
            Outcome = Outcome.Valid,
            Score = score,
            Cases = [score, score, score],
            Isolation = "L3 test",
            Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("length", 3),
        },
    };
}
