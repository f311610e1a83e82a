using Cambrian.Core;

namespace Cambrian.CSharp.Evaluators;

/// <summary>What became of a call of a candidate's method.</summary>
/// <typeparam name="T">What the method returns.</typeparam>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">The answer; default unless the outcome is valid.</param>
/// <param name="Feedback">Why there is no answer; empty when there is one.</param>
public sealed record CandidateAnswer<T>(Outcome Outcome, T? Value, string Feedback);
