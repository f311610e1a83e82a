using System.Collections;
using System.Globalization;
using System.IO;
using Cambrian.Contracts;

/// <summary>
/// The first contract of an agent: find the edit that repairs a program. Every single edit that could be made is on offer;
/// what one does to a test is learned by running it, and runs are few.
/// </summary>
/// <param name="kinds">For each edit what it does: 0 border, 1 comparison, 2 arithmetic, 3 logic, 4 literal, 5 variable, 6 negation, 7 hoist, 8 off by one, 9 bound, 10 order, 11 jump, 12 deletion, 13 exchange.</param>
/// <param name="places">For each edit what it stands in: 0 statement, 1 condition, 2 head of a loop, 3 result, 4 index, 5 argument, 6 assigned value.</param>
/// <param name="lines">For each edit its line.</param>
/// <param name="reaches">For each visible test and edit whether the test comes by there in the program as it is.</param>
/// <param name="passes">For each visible test whether the program as it is passes it.</param>
/// <param name="budget">Runs at most; further ones all fail.</param>
/// <param name="run">Edit, test → whether the test passes with the edit made.</param>
/// <returns>The edit that it proposes; −1 for none.</returns>
public delegate int Solve(int[] kinds, int[] places, int[] lines, bool[][] reaches, bool[] passes, int budget, Func<int, int, bool> run);

/// <summary>One faulty program, as far as an agent may find out about it. Outcomes: edit by edit, its visible tests.</summary>
public sealed record FaultyProgram(int[] Kinds, int[] Places, int[] Lines, bool[][] Reaches, bool[] Passes, bool[][] Outcomes);

/// <summary>Scores an agent by the share of programs for which its patch passes every test, the hidden ones included.</summary>
public sealed class RepairEvaluator : Evaluator<Solve, FaultyProgram, int[]>
{
    private const int Budget = 40;
    private List<Recorded> recorded = [];

    public override IReadOnlyList<FaultyProgram> Cases(Split split, string dataFolder)
    {
        // Hidden outcomes stay here: the runner gets a case, and a case has visible ones only.
        var file = Path.Combine(dataFolder, $"{split.ToString().ToLowerInvariant()}.txt");
        recorded = [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => new Recorded(line))];
        return [.. recorded.Select(known => known.Faulty)];
    }

    public override int[] Run(Solve program, FaultyProgram problemCase)
    {
        // Copies: what an agent writes into its arguments must not reach another agent, or itself at another time.
        var left = Budget;
        return
        [
            program(
                [.. problemCase.Kinds],
                [.. problemCase.Places],
                [.. problemCase.Lines],
                [.. problemCase.Reaches.Select(row => (bool[])[.. row])],
                [.. problemCase.Passes],
                Budget,
                (edit, test) => --left >= 0 && problemCase.Outcomes[edit][test]),
        ];
    }

    public override CaseScore Score(FaultyProgram problemCase, int[] answer)
    {
        var known = recorded.Single(other => ReferenceEquals(other.Faulty, problemCase));
        return answer is [var edit] && edit >= -1 && edit < problemCase.Kinds.Length
            ? new CaseScore(known.IsRight(edit) ? 1 : 0)
            : CaseScore.Invalid($"Expected the number of one of {problemCase.Kinds.Length} edits, or -1 for none.");
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<FaultyProgram> cases, IReadOnlyList<int[]> answers)
    {
        var patches = recorded.Zip(answers, (known, answer) => (Known: known, Edit: answer[0])).ToList();
        var proposed = patches.Count(patch => patch.Edit >= 0);
        return new Dictionary<string, double>
        {
            ["repaired"] = patches.Average(patch => patch.Known.IsRight(patch.Edit) ? 1.0 : 0),
            ["silent"] = patches.Average(patch => patch.Edit < 0 ? 1.0 : 0),
            ["overfit"] = patches.Count(patch => patch.Known.IsPlausible(patch.Edit) && !patch.Known.IsRight(patch.Edit)) / Math.Max(1.0, proposed),
            ["untested"] = patches.Count(patch => patch.Edit >= 0 && !patch.Known.IsPlausible(patch.Edit)) / Math.Max(1.0, proposed),
        };
    }

    /// <summary>A line of the data: what every edit of a faulty program does in every test.</summary>
    private sealed class Recorded
    {
        private readonly bool[][] outcomes;

        public Recorded(string line)
        {
            var words = line.Split(' ');
            if (words.Length != 9)
            {
                throw new InvalidDataException($"A case has 9 words, not {words.Length}: {line[..Math.Min(40, line.Length)]}");
            }

            var (visible, hidden) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
            var kinds = Numbers(words[3]);
            outcomes = Rows(words[8], kinds.Length, visible + hidden);
            Faulty = new FaultyProgram(
                kinds,
                Numbers(words[4]),
                Numbers(words[5]),
                Rows(words[7], visible, kinds.Length),
                Rows(words[6], 1, visible + hidden)[0][..visible],
                [.. outcomes.Select(row => row[..visible])]);
        }

        public FaultyProgram Faulty { get; }

        public bool IsPlausible(int edit) => edit >= 0 && Faulty.Outcomes[edit].All(passes => passes);

        public bool IsRight(int edit) => edit >= 0 && outcomes[edit].All(passes => passes);

        private static int[] Numbers(string word) => [.. Convert.FromBase64String(word).Select(value => (int)value)];

        private static bool[][] Rows(string word, int rows, int columns)
        {
            var bits = new BitArray(Convert.FromBase64String(word));
            return [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column => bits[(row * columns) + column]).ToArray())];
        }
    }
}
