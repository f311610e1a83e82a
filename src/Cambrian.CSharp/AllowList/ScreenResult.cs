namespace Cambrian.CSharp.AllowList;

/// <summary>What an image alone tells about the source it was compiled from.</summary>
internal enum ScreenResult
{
    /// <summary>Whatever the source says, it uses nothing that is not allowed.</summary>
    Clean,

    /// <summary>It refers to something that either the compiler or the source put there; the source decides.</summary>
    Unclear,

    /// <summary>It refers to something that is not allowed.</summary>
    Refused,
}
