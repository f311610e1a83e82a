using System.Runtime.Loader;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source.Mutants;

namespace Cambrian.CSharp.Tests.Source.Mutants;

public sealed class MutantSpaceTests
{
    private const string Sample = """
        public static class Sample
        {
            public static string Text(int[] values, int limit)
            {
                var sum = 0;
                var count = 0;
                for (var i = 0; i < values.Length; i++)
                {
                    if (values[i] == limit && !IsOdd(i))
                    {
                        continue;
                    }

                    if (sum > 100 || values[i] < -limit)
                    {
                        break;
                    }

                    sum += Math.Max(values[i], count) * 2;
                    count++;
                }

                while (count > 1)
                {
                    count -= 2;
                    sum = Half(sum, limit) - count;
                }

                var letters = values.Select(value => value > 0 ? 'p' : 'n');
                return string.Concat(letters) + sum + count;
            }

            public static int Half(int value, int least) => value <= least || value < 2 ? value : Half(value / 2, least - 1);

            private static bool IsOdd(int value) => value % 2 == 1;
        }
        """;

    private static readonly string[] Conditions =
    [
        "Sample.Text([1, 2, 3], 2) == \"ppp01\"",
        "Sample.Text([5, -1, 7, 0], 5) == \"pnpn11\"",
        "Sample.Text([], 1) == \"00\"",
        "Sample.Text([60, 1, 2], 4) == \"ppp1201\"",
        "Sample.Text([9, 4, 4, 8, -9, 2], 4) == \"ppppnp01\"",
        "Sample.Half(40, 3) == 1",
        "Sample.Half(2, 9) == 2",
    ];

    private static readonly MutantKind[] OneWay = [MutantKind.Deletion, MutantKind.Hoist, MutantKind.OffByOne, MutantKind.Bound];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_schema_with_a_mutant_on_does_what_that_mutant_does_by_itself()
    {
        var space = MutantSpace.Of(Artifact.Of("Sample.cs", Sample), Token);
        var schema = new Switched(space.Schema);
        Assert.DoesNotContain('0', schema.Outcomes(0));
        foreach (var mutant in space.Mutants.Where(mutant => mutant.Number % 3 == 0))
        {
            // Its own schema with nothing on: endless mutants end there as they do here.
            var alone = new Switched(MutantSpace.Of(space.Apply(mutant), Token).Schema);
            Assert.True(schema.Outcomes(mutant.Number) == alone.Outcomes(0), $"{mutant}: {schema.Outcomes(mutant.Number)} in the schema, {alone.Outcomes(0)} alone");
        }

        Assert.InRange(space.Mutants.Count, 100, 400);
        Assert.True(space.Mutants.Select(mutant => schema.Outcomes(mutant.Number)).Distinct().Count() > 10, "most mutants do the same");
    }

    [Fact]
    public void With_no_mutant_on_a_schema_does_what_the_program_does()
    {
        var program = Artifact.Of("Sample.cs", Sample);
        var plain = program.With("MutantSwitch.cs", "public static class MutantSwitch { public static bool Holds(int mutant, int fuel, bool[] reached, Func<bool> condition) => condition(); }");
        Assert.Equal(new Switched(plain).Outcomes(0), new Switched(MutantSpace.Of(program, Token).Schema).Outcomes(0));
    }

    [Fact]
    public void An_exchange_is_undone_by_another_edit()
    {
        var program = Artifact.Of("Sample.cs", Sample);
        var space = MutantSpace.Of(program, Token);
        foreach (var mutant in space.Mutants.Where(mutant => !OneWay.Contains(mutant.Kind) && !mutant.After.StartsWith('-') && mutant.Number % 3 == 1))
        {
            var back = MutantSpace.Of(space.Apply(mutant), Token);
            Assert.True(back.Mutants.Any(other => Bare(back.Apply(other)) == Bare(program)), $"nothing undoes {mutant}");
        }
    }

    [Fact]
    public void The_space_is_the_same_every_time_and_every_mutant_is_another_program()
    {
        var program = Artifact.Of("Sample.cs", Sample);
        var (first, second) = (MutantSpace.Of(program, Token), MutantSpace.Of(program, Token));
        Assert.Equal(first.Mutants, second.Mutants);
        Assert.Equal(first.Schema.Id, second.Schema.Id);
        Assert.Equal(first.Mutants.Count + 1, first.Mutants.Select(first.Apply).Append(program).Distinct().Count());
    }

    [Fact]
    public void Every_kind_of_edit_finds_a_place() =>
        Assert.Equal(Enum.GetValues<MutantKind>(), MutantSpace.Of(Artifact.Of("Sample.cs", Sample), Token).Mutants.Select(mutant => mutant.Kind).Distinct().Order());

    [Fact]
    public void A_program_that_does_not_compile_has_no_mutants() =>
        Assert.Throws<ArgumentException>(() => MutantSpace.Of(Artifact.Of("Sample.cs", "class A { int F() => true; }"), Token));

    // Parentheses and spaces may come and go with an edit and its inverse.
    private static string Bare(Artifact program) => new([.. program.Files["Sample.cs"].Where(letter => letter is not ('(' or ')') && !char.IsWhiteSpace(letter))]);

    /// <summary>A schema, loaded.</summary>
    private sealed class Switched
    {
        private readonly Func<int, string> _outcomes;

        public Switched(Artifact schema)
        {
            var probe = $$"""
                public static class Probe
                {
                    private static readonly Func<bool>[] Conditions = [{{string.Join(", ", Conditions.Select(condition => $"() => {condition}"))}}];
                    public static string Outcomes(int mutant) => string.Concat(Conditions.Select(condition => MutantSwitch.Holds(mutant, 5_000, new bool[1_000], condition) ? '1' : '0'));
                }
                """;
            var compiled = new CandidateCompiler(ReferenceSet.Candidate, limits: MutantSpace.SchemaLimits).Compile(schema.With("Probe.cs", probe), "schema", Token);
            Assert.Empty(compiled.Errors);
            using var image = new MemoryStream(compiled.Image!);
            _outcomes = new AssemblyLoadContext("schema", isCollectible: true).LoadFromStream(image).GetType("Probe")!.GetMethod("Outcomes")!.CreateDelegate<Func<int, string>>();
        }

        public string Outcomes(int mutant) => _outcomes(mutant);
    }
}
