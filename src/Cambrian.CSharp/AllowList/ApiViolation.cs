namespace Cambrian.CSharp.AllowList;

/// <summary>A use of something that candidates may not use.</summary>
/// <param name="Place">"file:line".</param>
/// <param name="Used">What was used.</param>
/// <param name="Instead">What may be used in its place, or why it is refused.</param>
public sealed record ApiViolation(string Place, string Used, string Instead)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Used} is not allowed: {Instead}";
}
