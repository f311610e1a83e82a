namespace Cambrian.Contracts.Agents;

/// <summary>A kind of edit that the kernel offers, and what came of it in this run so far.</summary>
/// <param name="Name">What to write into <see cref="Edit.Operator"/>.</param>
/// <param name="NeedsMate">Whether it takes material from a second program.</param>
/// <param name="Tries">Children made with it.</param>
/// <param name="Admitted">Those that passed every gate.</param>
/// <param name="Improved">Those that score above their parent.</param>
public sealed record OperatorView(string Name, bool NeedsMate, int Tries, int Admitted, int Improved);
