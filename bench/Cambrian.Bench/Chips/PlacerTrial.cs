using Cambrian.Bench.Problems;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Placing;

namespace Cambrian.Bench.Chips;

/// <summary>Places chips under policies.</summary>
public sealed class PlacerTrial : IAsyncDisposable
{
    private readonly ProblemTrial _trial;

    private PlacerTrial(ProblemTrial trial) => _trial = trial;

    /// <summary>Prepares cases.</summary>
    /// <param name="cases">The cases, with what the policy written by hand reaches on each.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<PlacerTrial> OpenAsync(IReadOnlyList<(PlacerCase Case, ProxyCost ByHand)> cases, CancellationToken cancellation)
    {
        var trial = await ProblemTrial.OpenAsync("chip-placer", "PlacerPolicy.Decide", typeof(Placer).Assembly, TimeSpan.FromHours(2), cancellation);
        await trial.ShowAsync(cases.Select(one => one.Case.Line(one.ByHand)), cancellation);
        foreach (var chip in cases.Select(one => one.Case).DistinctBy(chip => chip.Design))
        {
            Directory.CreateDirectory(trial.File(chip.Design));
            foreach (var file in new[] { "netlist.pb.txt.gz", "initial.plc.gz" })
            {
                File.Copy(Path.Combine(chip.Folder, file), trial.File(Path.Combine(chip.Design, file)));
            }
        }

        return new PlacerTrial(trial);
    }

    /// <summary>The proxy cost that a policy reaches, in that of the policy written by hand, case by case.</summary>
    public async Task<IReadOnlyList<double>> RunAsync(string policy, CancellationToken cancellation) => [.. (await _trial.RunAsync("PlacerPolicy.cs", policy, cancellation)).Cases.Select(Math.Abs)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _trial.DisposeAsync();
}
