using System.Globalization;
using System.IO;
using Cambrian.Agents.Learning;
using Cambrian.Contracts;

/// <summary>
/// The first contract of an agent: learn from tasks, then solve tasks it has not seen. Operations are numbers without a
/// meaning; only <paramref name="extend"/> tells what they do.
/// </summary>
/// <param name="operations">Operations, numbered from 0.</param>
/// <param name="training">Tasks to learn from: numbers 0 to training − 1.</param>
/// <param name="unseen">Tasks to solve: the numbers after those.</param>
/// <param name="rounds">Rounds of learning that are allowed; 0 for none.</param>
/// <param name="extend">Task, state, operations → the state they lead to; −1 when the task's budget is used up, −2 when they lead nowhere. State 0 is the task's inputs. Equal outputs, equal state.</param>
/// <param name="reaches">Task, state → whether its outputs are those that the task wants.</param>
/// <returns>A program for each unseen task: operations; empty for none.</returns>
public delegate int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches);

/// <summary>Examples of what a hidden program does.</summary>
public sealed record Examples(int[][] Inputs, int[][] Outputs);

/// <summary>A universe: tasks made of the same few hidden routines. Where it is compared, the agent also works without learning.</summary>
public sealed record Universe(bool Strings, bool Compared, Examples[] Training, Examples[] Unseen);

/// <summary>The programs for the unseen tasks after learning, and without; none of those where that is not compared.</summary>
public sealed record Programs(int[][] Learned, int[][] Untaught);

/// <summary>
/// Scores an agent by how many unseen tasks of a universe it solves after five rounds of learning. What learning adds, imp@5, is
/// measured from the better of the agent without learning and plain enumeration: who is helpless without learning has not learned more.
/// </summary>
public sealed class SynthesisEvaluator : Evaluator<Solve, Universe, Programs>
{
    private const int Rounds = 5;
    private const int Budget = 500;
    private const int LongestProgram = 24;
    private const int Hidden = 4;
    private List<Maker> makers = [];

    public override IReadOnlyList<Universe> Cases(Split split, string dataFolder)
    {
        // The numbers that universes are made from are in the judge's folder alone: whoever had them could rebuild every answer.
        var file = Path.Combine(dataFolder, $"universes-{split.ToString().ToLowerInvariant()}.txt");
        makers = [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => Maker.Of(line, compared: split == Split.Test))];
        return [.. makers.Select(maker => maker.Universe)];
    }

    public override Programs Run(Solve program, Universe problemCase) => new(Study(program, problemCase, Rounds), problemCase.Compared ? Study(program, problemCase, 0) : []);

    public override CaseScore Score(Universe problemCase, Programs answer)
    {
        var maker = makers.Single(known => ReferenceEquals(known.Universe, problemCase));
        return maker.Share(answer.Learned) is { } share
            ? new CaseScore(share, problemCase.Strings && makers.Exists(other => !other.Universe.Strings) ? 0 : 1)
            : CaseScore.Invalid($"Expected one program of at most {LongestProgram} known operations for each of {problemCase.Unseen.Length} unseen tasks.");
    }

    /// <summary>
    /// The words that the agent brings to the unseen tasks, and the programs that fit the examples of those tasks, as C#. A word is what it
    /// extended states of two tasks or more with: rows of operations that it only tried once are none.
    /// </summary>
    public override string Listing(Solve program, Universe problemCase)
    {
        var offered = new Dictionary<string, (int[] Word, int Task, bool IsWord)>();
        var answers = Study(program, problemCase, Rounds, (task, word) =>
        {
            var key = string.Join(',', word);
            offered[key] = offered.TryGetValue(key, out var first) ? first with { IsWord = first.IsWord || first.Task != task } : ((int[])word.Clone(), task, false);
        });
        var fitting = answers.Index().Where(answer => answer.Item.Length > 0 && Fits(problemCase, problemCase.Unseen[answer.Index], answer.Item));
        return new LearnedSource(problemCase.Strings ? Language.Strings : Language.Lists).Write(
            offered.Values.Where(word => word.IsWord).Select(word => word.Word),
            fitting.Select(answer => KeyValuePair.Create($"Task{answer.Index + 1}", answer.Item)));
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<Universe> cases, IReadOnlyList<Programs> answers)
    {
        var metrics = new Dictionary<string, double>();
        foreach (var kind in cases.Index().Where(indexed => indexed.Item.Compared).GroupBy(indexed => indexed.Item.Strings))
        {
            var shares = kind.Select(indexed => (
                Learned: makers[indexed.Index].Share(answers[indexed.Index].Learned) ?? 0,
                Untaught: Math.Max(makers[indexed.Index].Share(answers[indexed.Index].Untaught) ?? 0, makers[indexed.Index].Enumerated()))).ToList();
            var name = kind.Key ? "strings" : "lists";
            metrics[name] = shares.Average(share => share.Learned);
            metrics[$"{name}Imp5"] = shares.Average(share => share.Learned - share.Untaught);
        }

        return metrics;
    }

    private static bool Fits(Universe universe, Examples task, int[] program) => Apply(universe.Strings, task.Inputs, program) is { } outputs
        && outputs.Zip(task.Outputs, (own, wanted) => own.AsSpan().SequenceEqual(wanted)).All(same => same);

    private static int[][] Study(Solve program, Universe universe, int rounds, Action<int, int[]>? offered = null)
    {
        Workbench[] benches = [.. universe.Training.Select(task => new Workbench(universe.Strings, task, Budget * Math.Max(rounds, 1))), .. universe.Unseen.Select(task => new Workbench(universe.Strings, task, Budget))];
        return program(
            Operations.Count,
            universe.Training.Length,
            universe.Unseen.Length,
            rounds,
            (task, state, operations) =>
            {
                if (task >= universe.Training.Length)
                {
                    offered?.Invoke(task, operations);
                }

                return benches[task].Extend(state, operations);
            },
            (task, state) => benches[task].Reaches(state));
    }

    /// <summary>The shortest program among the first that the budget allows to look at; empty when there is none.</summary>
    private static int[] Enumerate(bool strings, Examples task)
    {
        var bench = new Workbench(strings, task, Budget);
        var queue = new Queue<(int State, int[] Program)>([(0, [])]);
        var seen = new HashSet<int> { 0 };
        while (queue.TryDequeue(out var shorter))
        {
            for (var operation = 0; operation < Operations.Count; operation++)
            {
                var state = bench.Extend(shorter.State, [operation]);
                if (state == -1)
                {
                    return [];
                }

                if (state >= 0 && seen.Add(state))
                {
                    int[] program = [.. shorter.Program, operation];
                    if (bench.Reaches(state))
                    {
                        return program;
                    }

                    queue.Enqueue((state, program));
                }
            }
        }

        return [];
    }

    /// <summary>One task while it is searched: the states reached so far, and what is left of the budget. What an operation does to a state is worked out once.</summary>
    private sealed class Workbench
    {
        private const int Unknown = -3;
        private readonly bool strings;
        private readonly List<int[][]> states = [];
        private readonly List<int[]> next = [];
        private readonly Dictionary<ulong, int> known = [];
        private readonly ulong wanted;
        private readonly List<ulong> hashes = [];
        private int left;

        public Workbench(bool strings, Examples task, int budget)
        {
            (this.strings, left, wanted) = (strings, budget, Hash(task.Outputs));
            Add(task.Inputs, Hash(task.Inputs));
        }

        public int Extend(int state, int[] operations)
        {
            if (--left < 0)
            {
                return -1;
            }

            foreach (var operation in operations)
            {
                if (state >= 0)
                {
                    state = next[state][operation] is var reached && reached != Unknown ? reached : next[state][operation] = Step(state, operation);
                }
            }

            return state;
        }

        public bool Reaches(int state) => hashes[state] == wanted;

        private int Step(int state, int operation)
        {
            if (Apply(strings, states[state], [operation]) is not { } outputs)
            {
                return -2;
            }

            var hash = Hash(outputs);
            return known.TryGetValue(hash, out var earlier) ? earlier : Add(outputs, hash);
        }

        private int Add(int[][] outputs, ulong hash)
        {
            var row = new int[Operations.Count];
            Array.Fill(row, Unknown);
            known[hash] = states.Count;
            hashes.Add(hash);
            states.Add(outputs);
            next.Add(row);
            return states.Count - 1;
        }

        private static ulong Hash(int[][] lists)
        {
            var hash = 14695981039346656037UL;
            foreach (var list in lists)
            {
                hash = (hash ^ (uint)list.Length) * 1099511628211UL;
                foreach (var value in list)
                {
                    hash = (hash ^ (uint)value) * 1099511628211UL;
                    hash ^= hash >> 29;
                }
            }

            return hash;
        }
    }

    private static int[][]? Apply(bool strings, int[][] inputs, int[] operations)
    {
        if (operations.Length > LongestProgram)
        {
            return null;
        }

        var outputs = new int[inputs.Length][];
        for (var i = 0; i < inputs.Length; i++)
        {
            var list = inputs[i];
            foreach (var operation in operations)
            {
                list = strings ? Operations.OnString(operation, list) : Operations.OnList(operation, list);
                if (list is null)
                {
                    return null;
                }
            }

            outputs[i] = list;
        }

        return outputs;
    }

    /// <summary>Makes a universe from a number, and knows what its unseen tasks want on inputs that nobody is shown.</summary>
    private sealed class Maker
    {
        private const int Visible = 4;
        private const int Tasks = 30;
        private readonly List<(int[][] Inputs, int[][] Outputs)> hidden = [];

        private Maker(bool strings, bool compared, int seed)
        {
            var random = new Random(seed);
            int[][] small = [.. Enumerable.Range(0, 4).Select(_ => Draw(random, 2 + random.Next(2)))];
            int[][] large = [.. Enumerable.Range(0, 4).Select(_ => (int[])[.. small[random.Next(4)], .. small[random.Next(4)]])];
            Universe = new Universe(
                strings,
                compared,
                [.. Enumerable.Range(0, Tasks).Select(index => Make(strings, random, small, large, index).Visible)],
                [.. Enumerable.Range(0, Tasks).Select(index =>
                {
                    var task = Make(strings, random, small, large, index);
                    hidden.Add(task.Hidden);
                    return task.Visible;
                })]);
        }

        public Universe Universe { get; }

        /// <summary>From a line "lists 17" or "strings 17".</summary>
        public static Maker Of(string line, bool compared) => line.Split(' ') is [var kind, var seed]
            ? new Maker(kind == "strings", compared, int.Parse(seed, CultureInfo.InvariantCulture))
            : throw new InvalidDataException($"'{line}' is no universe; expected a kind (lists or strings) and a number.");

        /// <summary>Share of unseen tasks solved on the visible and the hidden inputs; null when the answer is malformed.</summary>
        public double? Share(int[][] programs)
        {
            if (programs is null || programs.Length != hidden.Count || programs.Any(program => program is null || program.Length > LongestProgram || program.Any(operation => operation < 0 || operation >= Operations.Count)))
            {
                return null;
            }

            var solved = Enumerable.Range(0, programs.Length).Count(task =>
                programs[task].Length > 0 && Gives(programs[task], Universe.Unseen[task].Inputs, Universe.Unseen[task].Outputs) && Gives(programs[task], hidden[task].Inputs, hidden[task].Outputs));
            return (double)solved / programs.Length;
        }

        /// <summary>Share of unseen tasks that are solved by enumeration alone.</summary>
        public double Enumerated() => Share([.. Universe.Unseen.Select(task => Enumerate(Universe.Strings, task))]) ?? 0;

        private bool Gives(int[] program, int[][] inputs, int[][] outputs) =>
            Apply(Universe.Strings, inputs, program) is { } given && given.Zip(outputs, (own, wanted) => own.AsSpan().SequenceEqual(wanted)).All(same => same);

        private static int[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(Operations.Count))];

        // From easy to hard: a routine, two of them, a routine of routines by itself, with one more around it, two of those.
        private static int[] Target(Random random, int[][] small, int[][] large, int index) => (index % 5) switch
        {
            0 => small[random.Next(small.Length)],
            1 => [.. small[random.Next(small.Length)], .. small[random.Next(small.Length)]],
            2 => large[random.Next(large.Length)],
            3 => [.. large[random.Next(large.Length)], .. small[random.Next(small.Length)]],
            _ => [.. large[random.Next(large.Length)], .. large[random.Next(large.Length)]],
        };

        // A task that does nothing, or the same whatever it is given, teaches nothing.
        private static (Examples Visible, (int[][] Inputs, int[][] Outputs) Hidden) Make(bool strings, Random random, int[][] small, int[][] large, int index)
        {
            for (var attempt = 0; ; attempt++)
            {
                var target = attempt < 50 ? Target(random, small, large, index) : Draw(random, 2 + (attempt % 3));
                int[][] inputs = [.. Enumerable.Range(0, Visible + SynthesisEvaluator.Hidden).Select(_ => Operations.Input(strings, random))];
                if (Apply(strings, inputs, target) is { } outputs && Differs(outputs.Take(Visible), inputs) && outputs.Select(output => string.Join(',', output)).Distinct().Count() > 2)
                {
                    return (new Examples(inputs[..Visible], outputs[..Visible]), (inputs[Visible..], outputs[Visible..]));
                }
            }
        }

        private static bool Differs(IEnumerable<int[]> outputs, int[][] inputs) => outputs.Zip(inputs, (output, input) => !output.SequenceEqual(input)).Any(differs => differs);
    }

    /// <summary>What operations do: on lists of whole numbers, and on strings as lists of characters.</summary>
    private static class Operations
    {
        public const int Count = 14;
        private const int Largest = 1_000_000;
        private const int Longest = 64;
        private const string Vowels = "aeiouAEIOU";

        public static int[] Input(bool strings, Random random)
        {
            if (!strings)
            {
                return [.. Enumerable.Range(0, 5 + random.Next(4)).Select(_ => random.Next(-9, 10))];
            }

            var words = Enumerable.Range(0, 2 + random.Next(2)).Select(_ => new string([.. Enumerable.Range(0, 3 + random.Next(4)).Select(_ => Letter(random))]));
            return [.. string.Join(' ', words).Select(letter => (int)letter)];
        }

        public static int[]? OnList(int operation, int[] list)
        {
            int[] result = operation switch
            {
                0 => Reversed(list),
                1 => Sorted(list),
                2 => list.Length > 0 ? list[1..] : list,
                3 => list.Length > 0 ? list[..^1] : list,
                4 => Array.ConvertAll(list, value => value * 2),
                5 => Array.ConvertAll(list, value => value + 1),
                6 => Array.ConvertAll(list, value => -value),
                7 => Array.FindAll(list, value => value % 2 == 0),
                8 => Array.FindAll(list, value => value > 0),
                9 => Distinct(list),
                10 => Sums(list),
                11 => Differences(list),
                12 => list.Length > 0 ? [.. list[1..], list[0]] : list,
                _ => EverySecond(list),
            };
            return Array.Exists(result, value => Math.Abs(value) > Largest) ? null : result;
        }

        public static int[]? OnString(int operation, int[] text)
        {
            int[] result = operation switch
            {
                0 => Reversed(text),
                1 => Array.ConvertAll(text, letter => (int)char.ToUpperInvariant((char)letter)),
                2 => Array.ConvertAll(text, letter => (int)char.ToLowerInvariant((char)letter)),
                3 => text.Length > 0 ? text[1..] : text,
                4 => text.Length > 0 ? text[..^1] : text,
                5 => Array.FindAll(text, letter => letter != ' '),
                6 => Array.FindAll(text, letter => !Vowels.Contains((char)letter)),
                7 => Words(text, words => words.Take(1)),
                8 => Words(text, words => words.TakeLast(1)),
                9 => Words(text, words => words.Reverse()),
                10 => Words(text, words => words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
                11 => [.. text.SelectMany(letter => new[] { letter, letter })],
                12 => text.Length > 3 ? text[..3] : text,
                _ => Sorted(text),
            };
            return result.Length > Longest ? null : result;
        }

        private static char Letter(Random random) => (char)((random.Next(4) == 0 ? 'A' : 'a') + random.Next(26));

        // A search applies operations a million times, so these are loops where a query would read better.
        private static int[] Reversed(int[] list)
        {
            var reversed = (int[])list.Clone();
            Array.Reverse(reversed);
            return reversed;
        }

        private static int[] Sorted(int[] list)
        {
            var sorted = (int[])list.Clone();
            Array.Sort(sorted);
            return sorted;
        }

        private static int[] Distinct(int[] list)
        {
            var (kept, count) = (new int[list.Length], 0);
            foreach (var value in list)
            {
                if (Array.IndexOf(kept, value, 0, count) < 0)
                {
                    kept[count++] = value;
                }
            }

            return kept[..count];
        }

        private static int[] Differences(int[] list)
        {
            var differences = new int[Math.Max(0, list.Length - 1)];
            for (var place = 0; place < differences.Length; place++)
            {
                differences[place] = list[place + 1] - list[place];
            }

            return differences;
        }

        private static int[] EverySecond(int[] list)
        {
            var kept = new int[(list.Length + 1) / 2];
            for (var place = 0; place < kept.Length; place++)
            {
                kept[place] = list[2 * place];
            }

            return kept;
        }

        private static int[] Sums(int[] list)
        {
            var sums = (int[])list.Clone();
            for (var place = 1; place < sums.Length; place++)
            {
                sums[place] += sums[place - 1];
            }

            return sums;
        }

        private static int[] Words(int[] text, Func<IEnumerable<string>, IEnumerable<string>> change)
        {
            var words = new string([.. text.Select(letter => (char)letter)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [.. string.Join(' ', change(words)).Select(letter => (int)letter)];
        }
    }

    /// <summary>The operations as a person reads them: written a second time, in C# that compiles without this file.</summary>
    private static class Language
    {
        public static PipelineLanguage Lists { get; } = new(
            "int[]",
            "list",
            [
                new("Reversed", "[.. list.AsEnumerable().Reverse()]"),
                new("Sorted", "[.. list.Order()]"),
                new("WithoutFirst", "[.. list.Skip(1)]"),
                new("WithoutLast", "[.. list.SkipLast(1)]"),
                new("Doubled", "Within(list.Select(value => value * 2))"),
                new("Increased", "Within(list.Select(value => value + 1))"),
                new("Negated", "[.. list.Select(value => -value)]"),
                new("OnlyEven", "[.. list.Where(value => value % 2 == 0)]"),
                new("OnlyPositive", "[.. list.Where(value => value > 0)]"),
                new("WithoutRepeats", "[.. list.Distinct()]"),
                new("RunningSums", "Within(list.Select((_, place) => list.Take(place + 1).Sum()))"),
                new("Differences", "Within(list.Skip(1).Zip(list, (next, value) => next - value))"),
                new("Rotated", "[.. list.Skip(1), .. list.Take(1)]"),
                new("EverySecond", "[.. list.Where((_, place) => place % 2 == 0)]"),
            ])
        {
            Members = """
                // A number beyond a million leads nowhere.
                private static int[] Within(IEnumerable<int> list) => list.Any(value => Math.Abs(value) > 1_000_000) ? throw new OverflowException() : [.. list];
                """,
        };

        public static PipelineLanguage Strings { get; } = new(
            "string",
            "text",
            [
                new("Reversed", "new([.. text.AsEnumerable().Reverse()])"),
                new("Upper", "text.ToUpperInvariant()"),
                new("Lower", "text.ToLowerInvariant()"),
                new("WithoutFirst", "new([.. text.Skip(1)])"),
                new("WithoutLast", "new([.. text.SkipLast(1)])"),
                new("WithoutSpaces", "text.Replace(\" \", \"\")"),
                new("WithoutVowels", "new([.. text.Where(letter => !\"aeiouAEIOU\".Contains(letter))])"),
                new("FirstWord", "string.Join(' ', Split(text).Take(1))"),
                new("LastWord", "string.Join(' ', Split(text).TakeLast(1))"),
                new("WordsReversed", "string.Join(' ', Split(text).AsEnumerable().Reverse())"),
                new("Capitalised", "string.Join(' ', Split(text).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))"),
                new("LettersDoubled", "Within(string.Concat(text.Select(letter => new string(letter, 2))))"),
                new("FirstThree", "new([.. text.Take(3)])"),
                new("Sorted", "new([.. text.Order()])"),
            ])
        {
            Members = """
                private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

                // A text of more than 64 letters leads nowhere.
                private static string Within(string text) => text.Length > 64 ? throw new OverflowException() : text;
                """,
        };
    }
}
