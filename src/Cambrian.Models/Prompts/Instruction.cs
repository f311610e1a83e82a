namespace Cambrian.Models.Prompts;

/// <summary>A sentence that tells a model how to go about a program, and what became of the children that were asked for in its words.</summary>
/// <param name="Text">One line.</param>
/// <param name="Tries">Children that were asked for with it.</param>
/// <param name="Gains">Those of them that improved on their parents.</param>
public sealed record Instruction(string Text, int Tries = 0, int Gains = 0)
{
    /// <summary>The chance that its next child improves, by Laplace's rule of succession: (gains + 1) / (tries + 2).</summary>
    public double Promise => (Gains + 1.0) / (Tries + 2);
}
