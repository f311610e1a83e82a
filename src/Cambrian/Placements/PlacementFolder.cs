using System.IO.Enumeration;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;
using Cambrian.Commands;

namespace Cambrian.Placements;

/// <summary>A case on disk: a netlist and, where there is one, the placement to start from.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Netlist">What is placed.</param>
/// <param name="Start">Where everything is at first.</param>
/// <param name="Given">Whether the folder has a placement; otherwise one was made.</param>
internal sealed record PlacementFolder(string Name, Netlist Netlist, Placement Start, bool Given)
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="UserException">The folder or its netlist is missing.</exception>
    /// <exception cref="ChipFormatException">A file is malformed.</exception>
    public static PlacementFolder Read(Host host, string given)
    {
        var path = host.Absolute(given).TrimEnd(Path.DirectorySeparatorChar);
        if (!Directory.Exists(path))
        {
            throw new UserException(ExitCode.Usage, $"There is no folder '{given}'; expected one with netlist.pb.txt and initial.plc, packed (.gz) or not.");
        }

        var file = Find(path, "netlist.pb.txt") ?? throw new UserException(ExitCode.Usage, $"'{given}' has no netlist.pb.txt or netlist.pb.txt.gz; expected a clustered netlist of circuit_training.");
        var netlist = NetlistReader.Read(file);
        var initial = Find(path, "initial.plc");
        var start = initial is null ? FreshStart.For(netlist) : PlacementReader.Read(initial, netlist);
        return new PlacementFolder(Path.GetFileName(path), netlist, start, initial is not null);
    }

    /// <summary>The macros whose names match; wildcards are * and ?.</summary>
    /// <exception cref="UserException">A pattern matches none.</exception>
    public IReadOnlyList<int> Matching(IEnumerable<string> patterns)
    {
        List<int> found = [];
        foreach (var pattern in patterns)
        {
            int[] macros = [.. Enumerable.Range(0, Netlist.NodeCount).Where(node => Netlist.Kinds[node] != NodeKind.Port && FileSystemName.MatchesSimpleExpression(pattern, Netlist.Names[node], ignoreCase: false))];
            if (macros.Length == 0)
            {
                throw new UserException(ExitCode.Usage, $"--fix was '{pattern}'; no macro of {Name} is called so.{NearestName.Suggest(pattern, Netlist.Names)}");
            }

            found.AddRange(macros);
        }

        return found;
    }

    private static string? Find(string folder, string name) => new[] { name, $"{name}.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
