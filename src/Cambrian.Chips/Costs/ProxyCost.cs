using System.Runtime.InteropServices;

namespace Cambrian.Chips.Costs;

/// <summary>The three terms of the proxy cost, each without its weight.</summary>
/// <param name="Wirelength">Half perimeters of all nets, weighted, per net weight and per half perimeter of the canvas.</param>
/// <param name="Density">Half of the mean area covered in the fullest tenth of the grid cells.</param>
/// <param name="Congestion">Mean use of routing tracks over the fullest twentieth of all cells, horizontal and vertical ones taken together.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProxyCost(double Wirelength, double Density, double Congestion)
{
    /// <summary>What is minimised: wirelength + 0.5 density + 0.5 congestion, the weights of TILOS's tables and of the 2026 challenge.</summary>
    public double Proxy => Wirelength + (0.5 * Density) + (0.5 * Congestion);
}
