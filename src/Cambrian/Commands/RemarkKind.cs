namespace Cambrian.Commands;

/// <summary>How something looks that a check found.</summary>
internal enum RemarkKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, and could be better.</summary>
    Advice,

    /// <summary>It does not work.</summary>
    Bad,
}
