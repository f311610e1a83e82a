using Cambrian.Repositories.Authorship;

namespace Cambrian.Repositories.Delivery;

/// <summary>A branch that was made.</summary>
/// <param name="Branch">Its name.</param>
/// <param name="Commits">Full hashes, one for each step, the oldest first.</param>
/// <param name="Traces">Agent Trace records, one for each step.</param>
public sealed record DeliveredBranch(string Branch, IReadOnlyList<string> Commits, IReadOnlyList<TraceRecord> Traces);
