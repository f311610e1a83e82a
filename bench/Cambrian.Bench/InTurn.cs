using Cambrian.Bench.Measuring;

namespace Cambrian.Bench;

/// <summary>Repeated measurements of several rows, one of each row in every round, so that rows share the machine's moods.</summary>
public sealed record InTurn
{
    private readonly List<IReadOnlyDictionary<string, double>> _runs = [];

    private InTurn()
    {
    }

    /// <summary>Measures each row once per round.</summary>
    public static async Task<IReadOnlyList<InTurn>> RunAsync<TRow>(IReadOnlyList<TRow> rows, int rounds, Func<TRow, Task<IReadOnlyDictionary<string, double>>> run)
    {
        InTurn[] measured = [.. rows.Select(_ => new InTurn())];
        for (var round = 0; round < rounds; round++)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                measured[row]._runs.Add(await run(rows[row]));
            }
        }

        return measured;
    }

    /// <summary>One number of a row, over the rounds.</summary>
    public Sample Of(string name) => new([.. _runs.Select(run => run[name])]);
}
