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
            for (var task = 0; task < training; task++)
            {
                if (!solved.ContainsKey(task))
                {
                    var program = Search(task, words, 1000, extend, reaches);
                    if (program.Length > 0)
                    {
                        solved[task] = program;
                    }
                }
            }

            Learn(words, operations, solved.Values.ToList());
        }

        var answers = new int[unseen][];
        for (var task = 0; task < unseen; task++)
        {
            answers[task] = Search(training + task, words, 1000, extend, reaches);
        }

        return answers;
    }

    /// <summary>Breadth first over words: the shortest program that does what the task wants; empty when there is none within the budget.</summary>
    private static int[] Search(int task, List<int[]> words, int budget, Func<int, int, int[], int> extend, Func<int, int, bool> reaches)
    {
        var queue = new Queue<(int State, int[] Program)>();
        var seen = new HashSet<int>();
        queue.Enqueue((0, []));
        seen.Add(0);
        var spent = 0;
        while (queue.Count > 0 && spent < budget)
        {
            var (state, program) = queue.Dequeue();
            foreach (var word in words)
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

                    queue.Enqueue((next, longer));
                }
            }
        }

        return [];
    }

    /// <summary>Which fragments of programs that worked become words.</summary>
    private static void Learn(List<int[]> words, int operations, List<int[]> programs)
    {
        var counts = new Dictionary<string, int>();
        var fragments = new Dictionary<string, int[]>();
        foreach (var program in programs)
        {
            for (var start = 0; start < program.Length; start++)
            {
                for (var length = 2; length <= 6 && start + length <= program.Length; length++)
                {
                    var fragment = program[start..(start + length)];
                    var key = string.Join(",", fragment);
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                    fragments[key] = fragment;
                }
            }
        }

        var known = words.Select(word => string.Join(",", word)).ToHashSet();
        var ranked = fragments.Keys
            .Where(key => !known.Contains(key))
            .OrderByDescending(key => Worth(fragments[key].Length, counts[key], programs.Count))
            .ThenBy(key => key, StringComparer.Ordinal)
            .Take(3)
            .ToList();
        foreach (var key in ranked)
        {
            words.Add(fragments[key]);
        }
    }

    /// <summary>How much a fragment is worth as a word.</summary>
    private static double Worth(int length, int count, int programs)
    {
        return (length - 1) * (count - 1);
    }

    /// <summary>How it wants to be changed: any edit in any method.</summary>
    public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
    {
        var random = new Random(budget.Seed);
        var edits = new List<Edit>();
        var count = 1 + random.Next(2);
        for (var made = 0; made < count; made++)
        {
            var chosen = archive.Operators[random.Next(archive.Operators.Count)];
            var method = own.Methods[random.Next(own.Methods.Count)];
            var mate = archive.Members.Count > 0 ? random.Next(archive.Members.Count) : -1;
            edits.Add(new Edit(chosen.Name, method.Name, mate));
        }

        return edits;
    }

    // EVOLVE-BLOCK-END
}
