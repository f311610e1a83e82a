namespace Cambrian.CSharp.Kernels;

/// <summary>A block's surroundings as text.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">Everything before the block, its last line end included.</param>
/// <param name="After">Everything from the first character after the block's last line.</param>
/// <param name="Indent">What each of the block's lines begins with.</param>
/// <param name="Tail">What comes before the block's value: "return ", or an assignment.</param>
internal sealed record BlockText(string Path, string Before, string After, string Indent, string Tail = BlockText.Return)
{
    public const string Return = "return ";
}
