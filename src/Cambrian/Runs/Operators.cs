using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Kernels;

namespace Cambrian.Runs;

/// <summary>The edits that suit a problem's programs.</summary>
internal static class Operators
{
    private static readonly string[] TakingMaterialFromMates = ["crossover", "join"];

    /// <summary>A rule of numbers is edited as an expression.</summary>
    public static IReadOnlyList<Operator> For(ProblemFolder folder, ProblemEvaluators evaluators)
    {
        var options = new KernelOptions { MaxSize = folder.File.Search.MaxNodes };
        return [.. KernelOperators.All(evaluators.Kernels, options)
            .Select(proposer => new Operator(proposer.Name, proposer, TakingMaterialFromMates.Contains(proposer.Name)))];
    }
}
