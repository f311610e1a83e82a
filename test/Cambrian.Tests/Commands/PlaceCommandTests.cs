using System.Text.Json;

namespace Cambrian.Tests.Commands;

public sealed class PlaceCommandTests
{
    private const string Case = "ariane133_NanGate45";
    private static readonly string Folder = Path.Combine(Repository.Root, "data", "chips", Case);

    [Fact]
    public async Task A_placement_is_made_written_and_summed_up_in_one_line()
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync("place", Folder, "--moves", "3000", "--json");

        Assert.Equal(0, code);
        using var said = JsonDocument.Parse(output);
        Assert.Equal(["case", "proxy", "wirelength", "density", "congestion", "overlaps", "moves", "cpu_seconds"], said.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal((Case, 0), (said.RootElement.GetProperty("case").GetString(), said.RootElement.GetProperty("overlaps").GetInt32()));
        Assert.Contains("share of the gain", error, StringComparison.Ordinal);
        Assert.Contains("<svg", await File.ReadAllTextAsync(scratch[$"placements/{Case}/report.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(scratch[$"placements/{Case}/placement.plc"]));
    }

    [Fact]
    public async Task A_netlist_alone_is_placed_without_parameters()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["alone"]);
        File.Copy(Path.Combine(Folder, "netlist.pb.txt.gz"), scratch["alone/netlist.pb.txt.gz"]);
        var (code, output, _) = await scratch.TypeAsync("place", "alone", "--moves", "2000", "--out", "out");

        Assert.Equal(0, code);
        Assert.Contains("made: no initial.plc", output, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch["out/placement.plc"]));
    }

    [Theory]
    [InlineData("There is no folder 'nowhere'", "nowhere")]
    [InlineData("has no netlist.pb.txt", ".")]
    [InlineData("--keep-out was '1,2,3'; expected two opposite corners", "", "--keep-out", "1,2,3")]
    [InlineData("--fix was 'Grp_1x'; no macro of ariane133_NanGate45 is called so. Did you mean 'Grp_1'?", "", "--fix", "Grp_1x")]
    public async Task What_is_not_there_is_named_with_what_to_do(string expected, string folder, params string[] options)
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync(["place", folder.Length == 0 ? Folder : folder, .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_netlist_is_named_with_its_line()
    {
        using var scratch = new Scratch();
        scratch.Write("bad/netlist.pb.txt", "node {\n  nmae: \"a\"\n}\n");
        var (code, _, error) = await scratch.TypeAsync("place", "bad");

        Assert.Equal(3, code);
        Assert.Contains("netlist.pb.txt, line 2: found 'nmae'", error, StringComparison.Ordinal);
    }
}
