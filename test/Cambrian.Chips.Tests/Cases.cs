using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests;

/// <summary>The shipped cases, read once.</summary>
internal static class Cases
{
    public static readonly string[] Names =
        ["ariane133_NanGate45", "ariane136_NanGate45", "mempool_tile_NanGate45", "nvdla_NanGate45", "nvdla_ASAP7", "ariane133_SKY130HD"];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Netlist>> Netlists = new();

    public static string Folder { get; } = Find();

    public static Netlist Netlist(string name) => Netlists.GetOrAdd(name, _ => new(() => NetlistReader.Read(Path.Combine(Folder, name, "netlist.pb.txt.gz")))).Value;

    public static Placement Placement(string name, string file = "initial") => PlacementReader.Read(Path.Combine(Folder, name, $"{file}.plc.gz"), Netlist(name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cambrian.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no Cambrian.slnx above the tests");
        }

        return Path.Combine(folder.FullName, "data", "chips");
    }
}
