namespace Cambrian.Core;

/// <summary>Chooses parents. Pure: the same input and random stream give the same choice.</summary>
public interface ISelector
{
    /// <summary>Chooses the parents of one child.</summary>
    /// <param name="kept">An archive's content; at least one.</param>
    /// <param name="random">The step's own stream.</param>
    /// <returns>The main parent first; the same candidate may come twice.</returns>
    IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random);
}
