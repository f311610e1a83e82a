namespace Cambrian.Report;

/// <summary>What happened to a line.</summary>
internal enum DiffKind
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is in the new text alone.</summary>
    Added,

    /// <summary>It is in the old text alone.</summary>
    Removed,

    /// <summary>Lines in both that are not shown, or a file's name.</summary>
    Note,
}
