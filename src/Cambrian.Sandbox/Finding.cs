namespace Cambrian.Sandbox;

/// <summary>One thing that was looked at on this machine.</summary>
/// <param name="Name">What, for instance "bubblewrap".</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Found">What was found.</param>
/// <param name="Advice">One line on what to do, empty when nothing.</param>
public sealed record Finding(string Name, bool Good, string Found, string Advice = "");
