using Cambrian.Contracts.Agents;

/// <summary>An agent that writes programs, and rewrites itself. Everything between the markers is its own to change.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START

    /// <summary>Learns words from the programs it finds for training tasks, then searches for the unseen ones with what it learned.</summary>
    public static int[][] Solve(int operations, int training, int unseen, int rounds, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        var words = new List<int[]>();
        for (var operation = 0; operation < operations; operation++)
        {
            words.Add([operation]);
        }

        var solved = new Dictionary<int, int[]>();
        for (var round = 0; round < rounds; round++)
        {
            var ranked = Rank(words, solved.Values.ToList());
            for (var task = 0; task < training; task++)
            {
                if (!solved.ContainsKey(task))
                {
                    var program = Search(task, ranked, Effort(round, rounds), extend, reaches);
                    if (program.Length > 0)
                    {
                        solved[task] = program;
                    }
                }
            }

            Learn(words, solved.Values.ToList(), round);
        }

        var final = Rank(words, solved.Values.ToList());
        var answers = new int[unseen][];
        for (var task = 0; task < unseen; task++)
        {
            answers[task] = Search(training + task, final, Effort(rounds, rounds), extend, reaches);
        }

        return answers;
    }

    /// <summary>Cheapest first over words: the first program that does what the task wants; empty when there is none within the effort.</summary>
    private static int[] Search(int task, List<(double Cost, int[] Word)> words, int effort, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        var queue = new PriorityQueue<(int State, int[] Program, double Cost), double>();
        var seen = new HashSet<int>();
        queue.Enqueue((0, [], 0), 0);
        seen.Add(0);
        var spent = 0;
        while (queue.Count > 0 && spent < effort)
        {
            var (state, program, paid) = queue.Dequeue();
            foreach (var (cost, word) in words)
            {
                spent++;
                var next = extend(task, state, word);
                if (next == -1)
                {
                    return [];
                }

                if (next >= 0 && seen.Add(next))
                {
                    int[] longer = [.. program, .. word];
                    if (reaches(task, next))
                    {
                        return longer;
                    }

                    queue.Enqueue((next, longer, paid + cost), paid + cost + (1e-9 * spent));
                }
            }
        }

        return [];
    }

    /// <summary>Words with what using them costs a search, the cheapest first; as old as they are among equals.</summary>
    private static List<(double Cost, int[] Word)> Rank(List<int[]> words, List<int[]> programs)
    {
        var uses = Uses(words, programs);
        double all = uses.Sum() + words.Count;
        return words.Select((word, index) => (Cost: Cost(word.Length, (uses[index] + 1) / all, words.Count), Word: word)).OrderBy(ranked => ranked.Cost).ToList();
    }

    /// <summary>How often each word is used when programs are written with the longest words that fit.</summary>
    private static int[] Uses(List<int[]> words, List<int[]> programs)
    {
        var uses = new int[words.Count];
        foreach (var program in programs)
        {
            var place = 0;
            while (place < program.Length)
            {
                var longest = -1;
                for (var index = 0; index < words.Count; index++)
                {
                    var fits = place + words[index].Length <= program.Length && program.Skip(place).Take(words[index].Length).SequenceEqual(words[index]);
                    if (fits && (longest < 0 || words[index].Length > words[longest].Length))
                    {
                        longest = index;
                    }
                }

                if (longest < 0)
                {
                    break;
                }

                uses[longest]++;
                place += words[longest].Length;
            }
        }

        return uses;
    }

    /// <summary>Makes fragments of programs that worked words.</summary>
    private static void Learn(List<int[]> words, List<int[]> programs, int round)
    {
        var counts = new Dictionary<string, int>();
        var fragments = new Dictionary<string, int[]>();
        foreach (var program in programs)
        {
            for (var start = 0; start < program.Length; start++)
            {
                for (var length = 2; length <= Longest(round) && start + length <= program.Length; length++)
                {
                    var fragment = program[start..(start + length)];
                    var key = string.Join(",", fragment);
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                    fragments[key] = fragment;
                }
            }
        }

        var known = words.Select(word => string.Join(",", word)).ToHashSet();
        var best = fragments.Keys
            .Where(key => !known.Contains(key))
            .OrderByDescending(key => Worth(fragments[key].Length, counts[key], programs.Count))
            .ThenBy(key => key, StringComparer.Ordinal)
            .Take(Quota(round))
            .ToList();
        foreach (var key in best)
        {
            words.Add(fragments[key]);
        }
    }

    /// <summary>How much a fragment is worth as a word.</summary>
    private static double Worth(int length, int count, int programs)
    {
        return (length - 1) * (count - 1);
    }

    /// <summary>What a word costs a search; share: of all words used in programs that worked.</summary>
    private static double Cost(int length, double share, int words)
    {
        return 1.0;
    }

    /// <summary>Operations of the longest fragment that may become a word.</summary>
    private static int Longest(int round)
    {
        return 6;
    }

    /// <summary>New words a round.</summary>
    private static int Quota(int round)
    {
        return 3;
    }

    /// <summary>Candidates looked at for a task.</summary>
    private static int Effort(int round, int rounds)
    {
        return 500;
    }

    /// <summary>How it wants to be changed: any edit in any method, rather in a short one, where an edit decides more and breaks less.</summary>
    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        var random = new Random(budget.Seed);
        var edits = new List<Edit>();
        var count = 1 + random.Next(2);
        for (var made = 0; made < count; made++)
        {
            var chosen = archive.Operators[random.Next(archive.Operators.Count)];
            var method = Shorter(own.Methods[random.Next(own.Methods.Count)], own.Methods[random.Next(own.Methods.Count)]);
            var mate = archive.Members.Count > 0 ? random.Next(archive.Members.Count) : -1;
            edits.Add(new Edit(chosen.Name, method.Name, mate));
        }

        return edits;
    }

    private static MethodView Shorter(MethodView one, MethodView other)
    {
        return one.Text.Length < other.Text.Length ? one : other;
    }

    // EVOLVE-BLOCK-END
}
