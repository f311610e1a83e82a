using System.Text.RegularExpressions;

namespace Cambrian.Models.Clients;

/// <summary>A key, and how to keep it out of texts.</summary>
/// <param name="key">The key; null when there is none.</param>
internal sealed partial class Secret(string? key)
{
    /// <summary>What stands where it stood.</summary>
    public const string Mark = "[key]";

    // Servers of one's own often want any word for a key, such as "x"; taking that out would spoil every answer, and it is no secret.
    private const int ShortestSecret = 8;

    /// <summary>The key itself, for the request's header and nothing else; a provider that needs none gets a word that is none.</summary>
    public string ForHeader => key ?? "none";

    /// <summary>A text without the key.</summary>
    public string Redact(string text) => key is not { Length: >= ShortestSecret } ? text : text.Replace(key, Mark, StringComparison.Ordinal);

    /// <summary>A provider's own words without the key, nor what looks like one: some repeat it with stars in the middle.</summary>
    public string Scrub(string text) => KeyLike().Replace(Redact(text), Mark);

    [GeneratedRegex(@"(?<![A-Za-z0-9])(sk|pk|gsk|xai|key|AIza)[-_*A-Za-z0-9]{8,}|\S*\*{3,}\S*")]
    private static partial Regex KeyLike();
}
