using Cambrian.Sandbox;

namespace Cambrian.CSharp.Evaluators;

/// <summary>A worker gave no answer.</summary>
/// <param name="end">Why it ended; null when it lives on, as the code it ran threw.</param>
/// <param name="message">The reason.</param>
#pragma warning disable CA1064 // Never leaves the evaluator: it becomes an evaluation.
internal sealed class WorkerException(ExitReason? end, string message) : Exception(message)
{
    /// <summary>Whether it was killed at its deadline.</summary>
    public bool TimedOut => end == ExitReason.TimedOut;
}
