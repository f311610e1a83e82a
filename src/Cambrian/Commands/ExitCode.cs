namespace Cambrian.Commands;

/// <summary>What the process says when it ends; documented in docs/command-line.md.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The command line is wrong, or a place it names cannot be read or written.</summary>
    Usage = 2,

    /// <summary>The problem folder is missing, malformed, or its seed or evaluator does not work.</summary>
    Problem = 3,

    /// <summary>The run or its database is missing, foreign or corrupt.</summary>
    Run = 4,

    /// <summary>This machine cannot isolate candidates as well as was asked.</summary>
    Isolation = 5,

    /// <summary>A cheat wins, so scores cannot be trusted.</summary>
    Cheat = 6,

    /// <summary>The mandate does not allow it, a kill file is there, or nothing waits for approval.</summary>
    Mandate = 7,

    /// <summary>A model cannot be used: its configuration, key, name or quota.</summary>
    Models = 8,

    /// <summary>A construction breaks a rule, or its verifiers disagree.</summary>
    Refuted = 9,

    /// <summary>A Git repository cannot be read, or a branch not made, as asked; or git is not installed.</summary>
    Repository = 10,

    /// <summary>A defect of Cambrian.</summary>
    Internal = 70,

    /// <summary>Stopped by Ctrl-C, a kill file or the end of the mandate; the run can be resumed.</summary>
    Interrupted = 130,
}
