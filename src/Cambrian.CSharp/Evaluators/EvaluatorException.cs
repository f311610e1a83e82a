namespace Cambrian.CSharp.Evaluators;

/// <summary>A problem's evaluator does not work, whatever the candidate; the message says why.</summary>
public sealed class EvaluatorException : InvalidOperationException
{
    /// <summary>An evaluator that does not work, for the given reason.</summary>
    public EvaluatorException(string message, Exception cause) : base(message, cause)
    {
    }
}
