namespace Cambrian.Algorithms.Folders;

/// <summary>What changes when a problem's winner is promoted.</summary>
public enum Subject
{
    /// <summary>The solution of a problem, and nothing else.</summary>
    Solution,

    /// <summary>A part of the engine that every later run uses: a search policy, an operator.</summary>
    Engine,

    /// <summary>What judges and contains the rest: gates, evaluators' host, sandbox, ledger, mandates.</summary>
    Kernel,
}
