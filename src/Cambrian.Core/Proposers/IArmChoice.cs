namespace Cambrian.Core.Proposers;

/// <summary>
/// A bandit's rule: how likely each arm is to be asked next, by what became of the arms' children. It learns on the loop's own flow of
/// control; what it hands out is used from several threads.
/// </summary>
public interface IArmChoice
{
    /// <summary>Told of every remembered step, in step order.</summary>
    /// <param name="arm">Whose child it was, as a position among the bandit's arms; null when it was none of theirs.</param>
    /// <param name="step">What became of it.</param>
    void Observe(int? arm, Step step);

    /// <summary>The rule as it is now, untouched by later observations.</summary>
    /// <returns>
    /// Gives the probability of each arm, in their order; not negative, 1 in all. A rule that draws before it chooses, as Thompson
    /// sampling does, draws from the stream it is given.
    /// </returns>
    Func<Random, IReadOnlyList<double>> Snapshot();
}
