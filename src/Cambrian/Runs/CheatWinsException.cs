namespace Cambrian.Runs;

/// <summary>A program that was written to fool the evaluator scores better than the seed: no score of this problem can be trusted.</summary>
internal sealed class CheatWinsException(string message) : Exception(message);
