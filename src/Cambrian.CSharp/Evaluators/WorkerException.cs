namespace Cambrian.CSharp.Evaluators;

/// <summary>A worker gave no answer.</summary>
internal sealed class WorkerException(WorkerFault fault, string message) : Exception(message)
{
    /// <summary>In which way.</summary>
    public WorkerFault Fault { get; } = fault;
}
