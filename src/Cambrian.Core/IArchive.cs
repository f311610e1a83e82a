namespace Cambrian.Core;

/// <summary>Stores candidates. It never chooses and never judges; adding the same candidates in the same order gives the same archive.</summary>
public interface IArchive
{
    /// <summary>What is stored now. Changes with <see cref="Add"/>; reading an element takes constant time.</summary>
    IReadOnlyList<Candidate> Kept { get; }

    /// <summary>Offers a candidate.</summary>
    /// <returns>Whether it was stored. The same artifact is never stored twice.</returns>
    bool Add(Candidate candidate);
}
