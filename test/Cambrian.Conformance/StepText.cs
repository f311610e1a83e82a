using Cambrian.Core.Ledgers;

namespace Cambrian.Conformance;

/// <summary>Steps as text that is equal exactly when they are, so that a failing comparison shows where.</summary>
public static class StepText
{
    public static string Of(Step step)
    {
        var chain = new StepChain();
        chain.Extend(step);
        var files = step.Child is null ? "" : string.Join('|', step.Child.Files.Select(file => $"{file.Key}={file.Value}"));
        return $"{step.Number} [{string.Join(',', step.Parents)}] {step.Origin} {step.Child?.Id} {step.Evaluation?.Outcome} {step.Evaluation?.Score + 0.0} "
            + $"{step.Verdict} {step.Effort} {step.Elapsed} {step.Evaluation?.Cpu} {step.Child?.Length} {files} {chain.Head}";
    }

    /// <summary>The hash over a sequence of steps, without their measured times.</summary>
    public static string HeadOf(IEnumerable<Step> steps)
    {
        var chain = new StepChain();
        foreach (var step in steps)
        {
            chain.Extend(step);
        }

        return chain.Head;
    }
}
