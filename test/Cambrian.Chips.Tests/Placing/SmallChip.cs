using System.Collections.Immutable;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Placing;

/// <summary>Netlists of a few nodes, as odd as a test wants them.</summary>
internal static class SmallChip
{
    public static Canvas Canvas { get; } = new() { Width = 100, Height = 80, Columns = 10, Rows = 8 };

    /// <summary>Macros in a row of names m0, m1, …, each net joining two or more of them at their centres.</summary>
    public static Netlist Of((NodeKind Kind, double Width, double Height)[] nodes, params int[][] nets)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        foreach (var net in nets)
        {
            starts.Add(starts[^1] + net.Length);
        }

        var pins = nets.SelectMany(net => net).ToImmutableArray();
        return new Netlist
        {
            Names = [.. nodes.Select((_, index) => $"m{index}")],
            Kinds = [.. nodes.Select(node => node.Kind)],
            Widths = [.. nodes.Select(node => node.Width)],
            Heights = [.. nodes.Select(node => node.Height)],
            X = [.. nodes.Select(_ => 0.0)],
            Y = [.. nodes.Select(_ => 0.0)],
            Orientations = [.. nodes.Select(_ => Orientation.N)],
            FileIndices = [.. nodes.Select((_, index) => index)],
            NetStarts = starts.ToImmutable(),
            NetWeights = [.. nets.Select(_ => 1.0)],
            PinNodes = pins,
            PinX = [.. pins.Select(_ => 0.0)],
            PinY = [.. pins.Select(_ => 0.0)],
        };
    }

    public static Placement Middle(Netlist netlist, Canvas? canvas = null)
    {
        var placement = new Placement(canvas ?? Canvas, netlist.NodeCount);
        Array.Fill(placement.X, placement.Canvas.Width / 2);
        Array.Fill(placement.Y, placement.Canvas.Height / 2);
        return placement;
    }
}
