using System.Globalization;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Bench.Chips;

/// <summary>A chip to place with a seed and so many moves.</summary>
/// <param name="Design">A folder of data/chips.</param>
/// <param name="Seed">Of the placer.</param>
/// <param name="Moves">After which it ends.</param>
public sealed record PlacerCase(string Design, int Seed, long Moves)
{
    private static readonly Dictionary<string, (Netlist Netlist, Placement Start)> Known = [];

    /// <summary>The folder of its files.</summary>
    public string Folder => Repository.Find($"data/chips/{Design}");

    /// <summary>A case from the first three words of a line of problems/chip-placer/data.</summary>
    public static PlacerCase Parse(string line)
    {
        var words = line.Split(' ');
        return new PlacerCase(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture));
    }

    /// <summary>As a line of problems/chip-placer/data.</summary>
    /// <param name="byHand">What the policy written by hand reaches.</param>
    public string Line(ProxyCost byHand) => string.Create(CultureInfo.InvariantCulture, $"{Design} {Seed} {Moves} {byHand.Wirelength:R} {byHand.Density:R} {byHand.Congestion:R}");

    /// <summary>What the policy written by hand reaches.</summary>
    public ProxyCost ByHand(CancellationToken cancellation)
    {
        if (!Known.TryGetValue(Design, out var chip))
        {
            var netlist = NetlistReader.Read(Path.Combine(Folder, "netlist.pb.txt.gz"));
            Known[Design] = chip = (netlist, PlacementReader.Read(Path.Combine(Folder, "initial.plc.gz"), netlist));
        }

        var task = new PlacementTask { Netlist = chip.Netlist, Start = chip.Start, Seed = Seed, Islands = 1 };
        return Placer.Place(task, new PlacementBudget(Moves), _ => { }, cancellation).Cost;
    }
}
