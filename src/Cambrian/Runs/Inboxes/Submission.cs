namespace Cambrian.Runs.Inboxes;

/// <summary>A program that somebody outside the loop hands in.</summary>
/// <param name="Id">Its name in the inbox; later ones sort behind earlier ones.</param>
/// <param name="Origin">Who made it, for the ledger: "human", or an agent's name.</param>
/// <param name="Files">The program's files, whole.</param>
/// <param name="Parents">Steps of the programs it was made from, the main one first; empty for an idea of its own.</param>
internal sealed record Submission(string Id, string Origin, IReadOnlyDictionary<string, string> Files, IReadOnlyList<int> Parents);
