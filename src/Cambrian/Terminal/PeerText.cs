using Cambrian.Algorithms.Folders.Peers;

namespace Cambrian.Terminal;

/// <summary>What there is to say about a folder that was made for another engine.</summary>
internal static class PeerText
{
    /// <summary>Whose it is, whose word its scores are, and what of its configuration has no meaning here.</summary>
    public static IEnumerable<string> Lines(PeerFolder peer)
    {
        yield return $"{Kind(peer)}: {peer.Evaluator} scores each program in the program's own process, and all splits by the same cases";
        if (peer.Settings.Ignored.Count > 0)
        {
            yield return PlainText.Line($"{peer.Configuration}: without a meaning here, and ignored: {string.Join(", ", peer.Settings.Ignored)}", 2000);
        }
    }

    /// <summary>For instance "a folder of OpenEvolve".</summary>
    public static string Kind(PeerFolder peer) => $"a folder of {peer.Kind}";
}
