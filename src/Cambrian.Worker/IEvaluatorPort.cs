namespace Cambrian.Worker;

/// <summary>A problem's evaluator with its type parameters hidden: cases and answers are bytes.</summary>
internal interface IEvaluatorPort
{
    /// <summary>The delegate type a candidate must provide.</summary>
    Type ProgramType { get; }

    /// <summary>The part that runs beside a candidate.</summary>
    IRunnerPort Runner { get; }

    /// <summary>The part that never meets one.</summary>
    IJudgePort Judge { get; }

    /// <summary>What the judge can do besides scoring.</summary>
    IConstructionPort Construction { get; }
}
