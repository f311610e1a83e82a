using Cambrian.Contracts;
using Cambrian.Numerics.Optimisation;

public delegate int[] Build(int channels, Work work);

/// <summary>A case is the number of channels, and how much it counts. An answer is a list of comparators, two channels each.</summary>
public sealed class SortingNetwork : Evaluator<Build, int[], int[]>
{
    // Operations of the toolbox for one program and 10 channels: about a fifth of a second. Three times as many for each channel more.
    private const long Allowance = 400_000_000;

    // The sealed cases show, as metrics, whether the program also serves networks it was not bred for.
    public override IReadOnlyList<int[]> Cases(Split split, string dataFolder) => split == Split.Test
        ? [[8, 1], [9, 1], [10, 1], [11, 0], [12, 0]]
        : [[8, 1], [9, 1], [10, 1]];

    public override int[] Run(Build program, int[] problemCase)
    {
        var operations = Allowance * Math.Pow(3, Math.Max(0, problemCase[0] - 10));
        return program(problemCase[0], new Work((long)operations)) ?? [];
    }

    // The zero–one principle: what sorts every sequence of zeros and ones sorts everything.
    public override CaseScore Score(int[] problemCase, int[] answer)
    {
        var channels = problemCase[0];
        if (answer.Length % 2 != 0 || answer.Length > 2 * channels * channels)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; expected two for each comparator, and at most {channels * channels} comparators.");
        }

        for (var i = 0; i < answer.Length; i += 2)
        {
            if (answer[i] < 0 || answer[i] >= answer[i + 1] || answer[i + 1] >= channels)
            {
                return CaseScore.Invalid($"Comparator {i / 2} is ({answer[i]}, {answer[i + 1]}); expected two channels from 0 to {channels - 1}, the smaller first.");
            }
        }

        for (var input = 0; input < 1 << channels; input++)
        {
            var output = Sort(input, answer);
            // Ones at the top: the complement within the channels is a block of low bits.
            var zeros = ~output & ((1 << channels) - 1);
            if ((zeros & (zeros + 1)) != 0)
            {
                return CaseScore.Invalid($"The network does not sort {Spell(input, channels)}; it puts out {Spell(output, channels)}.");
            }
        }

        return new CaseScore(answer.Length / 2, Weight: problemCase[1]);
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<int[]> cases, IReadOnlyList<int[]> answers) =>
        cases.Zip(answers, (problemCase, answer) => new[]
            {
                KeyValuePair.Create($"comparators_{problemCase[0]}", answer.Length / 2.0),
                KeyValuePair.Create($"depth_{problemCase[0]}", (double)Depth(answer, problemCase[0])),
            })
            .SelectMany(pairs => pairs)
            .ToDictionary();

    private static int Sort(int values, int[] network)
    {
        for (var i = 0; i < network.Length; i += 2)
        {
            var (low, high) = (network[i], network[i + 1]);
            if ((values >> low & 1) > (values >> high & 1))
            {
                values ^= (1 << low) | (1 << high);
            }
        }

        return values;
    }

    // How many steps the network takes when comparators on different channels work at the same time.
    private static int Depth(int[] network, int channels)
    {
        var ready = new int[channels];
        for (var i = 0; i + 1 < network.Length; i += 2)
        {
            ready[network[i]] = ready[network[i + 1]] = 1 + Math.Max(ready[network[i]], ready[network[i + 1]]);
        }

        return ready.Max();
    }

    private static string Spell(int values, int channels) => string.Concat(Enumerable.Range(0, channels).Select(channel => values >> channel & 1));
}
