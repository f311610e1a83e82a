using System.Security.Cryptography;
using System.Text;
using Cambrian.Contracts;

namespace Cambrian.Faults;

/// <summary>Deals subjects to splits by the hash of their names: whole subjects, so that what is sealed is unseen code.</summary>
internal static class Splits
{
    /// <summary>40 of 100 to train on, 25 to pick the winner, the rest sealed.</summary>
    public static IReadOnlyDictionary<string, Split> Of(IEnumerable<string> names)
    {
        var ordered = names.OrderBy(name => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))), StringComparer.Ordinal).ToList();
        return ordered.Index().ToDictionary(
            pair => pair.Item,
            pair => pair.Index < 0.4 * ordered.Count ? Split.Training : pair.Index < 0.65 * ordered.Count ? Split.Validation : Split.Test,
            StringComparer.Ordinal);
    }
}
