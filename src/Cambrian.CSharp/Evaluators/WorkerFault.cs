namespace Cambrian.CSharp.Evaluators;

/// <summary>In which way a worker gave no answer.</summary>
internal enum WorkerFault
{
    /// <summary>The code it ran threw; the worker goes on.</summary>
    Thrown,

    /// <summary>It was killed at its deadline.</summary>
    Deadline,

    /// <summary>It ended by itself, or a limit ended it.</summary>
    Crash,

    /// <summary>Its answer was no answer.</summary>
    Protocol,
}
