using System.Runtime.InteropServices;

namespace Cambrian.Models.Configuration;

/// <summary>What a provider counts.</summary>
/// <param name="Input">Tokens of what was asked, cached ones included.</param>
/// <param name="Output">Tokens of the reply, thinking included.</param>
/// <param name="Cached">Those of the input that were in the provider's cache.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TokenCount(long Input, long Output, long Cached = 0)
{
    /// <summary>All of them.</summary>
    public long Total => Input + Output;

    /// <summary>The sum of two counts.</summary>
    public static TokenCount operator +(TokenCount one, TokenCount other) => new(one.Input + other.Input, one.Output + other.Output, one.Cached + other.Cached);
}
