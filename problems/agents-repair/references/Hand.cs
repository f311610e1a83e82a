using Cambrian.Contracts.Agents;

/// <summary>An agent that repairs programs, and rewrites itself. Everything between the markers is its own to change.</summary>
public static class Agent
{
    // EVOLVE-BLOCK-START

    /// <summary>Tries edits in order until one passes the visible tests.</summary>
    public static int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run)
    {
        var edits = Order(kinds, places, reaches, passes);
        var tests = Enumerable.Range(0, passes.Length).OrderByDescending(test => Urgency(passes[test], reaches[test].Count(reached => reached))).ToArray();
        var spent = 0;
        foreach (var edit in edits)
        {
            var plausible = true;
            foreach (var test in tests)
            {
                if (!plausible)
                {
                    break;
                }

                if (IsWorthRunning(reaches[test][edit], passes[test]))
                {
                    plausible = spent < budget && run(edit, test);
                    spent++;
                }
                else
                {
                    plausible = passes[test];
                }
            }

            if (plausible)
            {
                return edit;
            }
        }

        return -1;
    }

    /// <summary>The edits, the most promising first.</summary>
    private static int[] Order(int[] kinds, int[] places, bool[][] reaches, bool[] passes)
    {
        var failing = passes.Count(passed => !passed);
        var passing = passes.Length - failing;
        var promise = new double[kinds.Length];
        for (var edit = 0; edit < kinds.Length; edit++)
        {
            var failed = 0;
            var passed = 0;
            for (var test = 0; test < passes.Length; test++)
            {
                failed += reaches[test][edit] && !passes[test] ? 1 : 0;
                passed += reaches[test][edit] && passes[test] ? 1 : 0;
            }

            promise[edit] = Promise(Suspicion(failed, passed, failing, passing), Prior(kinds[edit]), Weight(places[edit]));
        }

        return Enumerable.Range(0, kinds.Length).OrderByDescending(edit => promise[edit]).ToArray();
    }

    /// <summary>How likely the fault is where so many failing and passing tests come by, of all that fail and pass.</summary>
    private static double Suspicion(int failed, int passed, int failing, int passing)
    {
        return failed < failing ? 0.0 : failed / Math.Sqrt((double)failing * (failed + passed));
    }

    /// <summary>How likely an edit of a kind is a repair.</summary>
    private static double Prior(int kind)
    {
        double[] priors = [3.0, 1.0, 1.5, 1.5, 1.5, 0.3, 1.0, 1.0, 0.4, 2.0, 3.0, 3.0, 0.1, 1.0];
        return priors[kind];
    }

    /// <summary>How likely a fault stands in a place.</summary>
    private static double Weight(int place)
    {
        double[] weights = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
        return weights[place];
    }

    /// <summary>What all that makes together.</summary>
    private static double Promise(double suspicion, double prior, double weight)
    {
        return suspicion * prior * weight;
    }

    /// <summary>How early to run a test that passes or not, and comes by so many edits.</summary>
    private static double Urgency(bool passes, int reached)
    {
        return passes ? 0.0 : 1.0;
    }

    /// <summary>Whether to spend a run; otherwise the test is taken to go on as before.</summary>
    private static bool IsWorthRunning(bool reached, bool passes)
    {
        return reached;
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
