using Cambrian.CSharp.Kernels.Operators;

namespace Cambrian.CSharp.Kernels;

/// <summary>The kernel tier's operators.</summary>
public static class KernelOperators
{
    /// <summary>All of them, each with a name of its own, ready for an ensemble that credits them.</summary>
    /// <param name="reader">Reads the parents; shared with the evaluator, so that a child is never parsed.</param>
    /// <param name="options">Limits and vocabulary.</param>
    public static IReadOnlyList<KernelProposer> All(KernelReader reader, KernelOptions options)
    {
        IKernelEdit[] edits =
        [
            new Crossover(), new Replacement(), new Insertion(), new Shrinking(), new Hoisting(), new OperatorReplacement(), new ConstantJitter(), new Polish(),
            new Guard(), new Join(), new FeatureInjection(), new Normalisation(), new Simplification(), new ArgumentSwap(),
            .. reader.Signature.Toolbox.IsEmpty ? (IKernelEdit[])[] : [new ToolboxInjection()],
        ];
        return [.. edits.Select(edit => new KernelProposer(edit, reader, options))];
    }
}
