using Cambrian.Chips.Netlists;

namespace Cambrian.Bench.Chips;

/// <summary>One method's placement.</summary>
/// <param name="Name">Whose hard macros.</param>
/// <param name="Placement">As it is scored.</param>
/// <param name="FixedSoft">The same hard macros with soft ones by the fixed placer.</param>
/// <param name="EqualSoft">The same hard macros with soft ones by the fixed placer, given as many moves as ours had for all.</param>
/// <param name="Published">The proxy cost that its file claims, under another clustering.</param>
/// <param name="Seconds">Processor time of the placer, where it ran here.</param>
internal sealed record ArianeRow(string Name, Placement Placement, Placement FixedSoft, Placement EqualSoft, double Published, double Seconds);
