namespace Cambrian.Report;

/// <summary>One line of a difference.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Text">The line without its line break.</param>
internal sealed record DiffLine(DiffKind Kind, string Text);
