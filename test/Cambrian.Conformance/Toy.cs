using System.Collections.Immutable;
using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Proposers;
using Cambrian.Core.Selectors;

namespace Cambrian.Conformance;

/// <summary>A problem small enough to see through: sixteen letters that should spell a word, each letter a case.</summary>
public static class Toy
{
    public const string Target = "cambrianexplodes";

    public static Problem Problem { get; } = new() { Name = "toy", Seeds = [Program("mmmmmmmmmmmmmmmm"), Program("aaaaaaaaaaaaaaaa")] };

    public static Artifact Program(string letters) => Artifact.Of("program.txt", letters);

    public static string Letters(Artifact artifact) => artifact.Files["program.txt"];

    /// <summary>Scores a program as a real evaluator would: faults, early stops, cases, metrics, behaviour.</summary>
    public static Evaluation Score(Artifact artifact, Evaluation? rival)
    {
        var letters = Letters(artifact);
        if (letters[0] == 'q')
        {
            return Evaluation.None(Outcome.Failed, "a program may not start with q") with { Cost = 1 };
        }

        ImmutableArray<double> cases = [.. letters.Zip(Target, (letter, wanted) => -(double)Math.Abs(letter - wanted))];
        var early = cases.Take(4).Sum();
        if (rival is { Cases.Length: > 4 } && early < rival.Cases.Take(4).Sum() - 8)
        {
            return new Evaluation { Outcome = Outcome.Valid, Score = early, Cases = cases[..4], Complete = false, Cost = 4 };
        }

        return new Evaluation
        {
            Outcome = Outcome.Valid,
            Score = cases.Sum(),
            Cases = cases,
            Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("first", letters[0]).Add("vowels", letters.Count("aeiou".Contains)),
            Behaviour = letters[..12],
            Cost = 16,
        };
    }

    /// <summary>Moves one letter of the first parent, or takes the tail of the second; now and then has no child.</summary>
    public static Proposal Mutate(IReadOnlyList<Candidate> parents, int seed)
    {
        var random = Randomness.From(seed);
        if (random.Next(20) == 0)
        {
            throw new ProposalException("nothing to offer", "lazy");
        }

        var letters = Letters(parents[0].Artifact).ToCharArray();
        var place = random.Next(letters.Length);
        if (parents.Count > 1 && random.Next(3) == 0)
        {
            Letters(parents[1].Artifact).AsSpan(place).CopyTo(letters.AsSpan(place));
            return new Proposal(Program(new string(letters)), "crossover");
        }

        letters[place] = (char)Math.Clamp(letters[place] + random.Next(-3, 4), 'a', 'z');
        return new Proposal(Program(new string(letters)), "move", [parents[0]]);
    }

    /// <summary>A candidate with the given letters, scored.</summary>
    public static Candidate Candidate(int step, string letters, params int[] parents) =>
        new(step, Program(letters), Score(Program(letters), rival: null), parents);

    /// <summary>A stream of candidates as a run would offer them: two seeds, then children of earlier ones; some repeat or behave alike.</summary>
    public static IReadOnlyList<Candidate> Stream(int seed, int count)
    {
        var random = Randomness.From(seed);
        List<Candidate> stream = [Candidate(0, "mmmmmmmmmmmmmmmm"), Candidate(1, "aaaaaaaaaaaaaaaa")];
        while (stream.Count < count)
        {
            var parent = stream[random.Next(stream.Count)];
            var letters = Letters(parent.Artifact).ToCharArray();
            for (var change = random.Next(4); change > 0; change--)
            {
                letters[random.Next(letters.Length)] = (char)random.Next('a', 'q');
            }

            stream.Add(Candidate(stream.Count, new string(letters), parent.Step));
        }

        return stream;
    }

    /// <summary>A strategy with everything in it that learns or remembers.</summary>
    public static Strategy Strategy(int seed = 1, int window = 8, int parallel = 1, IEvaluator? evaluator = null) => new()
    {
        Evaluator = evaluator ?? new ScriptedEvaluator(Toy.Score),
        Proposer = new NovelProposer(
            new BanditProposer([new Arm("one", new ScriptedProposer(Toy.Mutate)), new Arm("two", new ScriptedProposer((parents, s) => Toy.Mutate(parents, s ^ 99)))]), tries: 2),
        Archive = new IslandArchive(3, () => new PopulationArchive(20, 3), patience: 15),
        Selector = new IslandSelector(new LexicaseSelector(8, 6), migration: 0.2),
        Gate = new ValidGate(),
        Seed = seed,
        Window = window,
        Parallel = parallel,
    };
}
