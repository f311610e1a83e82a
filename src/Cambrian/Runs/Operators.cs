using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Kernels;
using Cambrian.CSharp.Kernels.Tuning;
using Cambrian.CSharp.Source;
using Cambrian.CSharp.Text;

namespace Cambrian.Runs;

/// <summary>The edits that suit a problem's programs.</summary>
internal static class Operators
{
    private static readonly string[] TakingMaterialFromMates = ["crossover", "join"];
    private static readonly string[] CallingToolbox = ["toolbox", "call-toolbox"];

    /// <summary>A rule of numbers is edited as an expression, other C# by its syntax and types, any other language as numbers and lines.</summary>
    public static IReadOnlyList<Operator> For(ProblemFolder folder, ProblemEvaluators evaluators)
    {
        if (evaluators.Kernels.TryRead(folder.Seed, out _) is not null)
        {
            return OfRules(folder, evaluators);
        }

        return folder.File.Evaluator.IsCSharp ? OfSource(folder) : OfText(folder);
    }

    private static List<Operator> OfRules(ProblemFolder folder, ProblemEvaluators evaluators)
    {
        var options = new KernelOptions { MaxSize = folder.File.Search.MaxNodes };
        return
        [
            .. KernelOperators.All(evaluators.Kernels, options)
                .Select(proposer => new Operator(proposer.Name, proposer, TakingMaterialFromMates.Contains(proposer.Name), CallsToolbox: CallingToolbox.Contains(proposer.Name))),
            new Operator(LiteralTuner.Name, new LiteralTuner(evaluators.Kernels), UsesMate: false, ChoosesParent: true),
        ];
    }

    private static List<Operator> OfSource(ProblemFolder folder)
    {
        var toolbox = Toolbox.Methods(folder).Select(method => method.DeclaringType!.FullName!).Distinct(StringComparer.Ordinal); // methods of named types
        var options = new SourceOptions { Toolbox = ["System.Math", .. toolbox] };
        return [.. SourceOperators.All(options).Select(proposer => new Operator(proposer.Name, proposer, proposer.NeedsMate, CallsToolbox: CallingToolbox.Contains(proposer.Name)))];
    }

    private static List<Operator> OfText(ProblemFolder folder) =>
        [.. TextOperators.For(folder.Seed).Select(proposer => new Operator(proposer.Name, proposer, proposer.NeedsMate))];
}
