namespace Cambrian.Core;

/// <summary>Decides whether a measured child may have consequences. Called from several threads at a time.</summary>
public interface IGate
{
    /// <summary>Judges one child.</summary>
    /// <param name="child">The child, measured.</param>
    /// <param name="parents">Its parents, the main one first; empty for a seed.</param>
    /// <param name="cancellation">Obeyed within a second.</param>
    /// <returns>The decision, with a reason in either case.</returns>
    Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation);
}
