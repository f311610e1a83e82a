using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Kernels;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// Turns an artifact into something a runner can load. A rule of pure arithmetic goes as an expression, which cannot do
/// anything but compute and costs no compiler; everything else is compiled, within the allow-list.
/// </summary>
/// <param name="entry">The candidate's static method, "Type.Method".</param>
/// <param name="kernels">Reads rules; shared with the proposers.</param>
/// <param name="allowed">What compiled candidates may use.</param>
public sealed class ProgramPreparation(string entry, KernelReader kernels, ApiAllowList allowed)
{
    private readonly CandidateCompiler _compiler = new(ReferenceSet.Candidate, allowed);

    /// <summary>Prepares a program, or says why it is refused.</summary>
    public PreparedProgram Prepare(Artifact artifact, CancellationToken cancellation)
    {
        if (kernels.TryRead(artifact, out _) is { } kernel)
        {
            return PreparedProgram.Kernel([.. kernel.Frame.Toolbox.Select(function => function.Name)], kernel.Encode());
        }

        var compiled = _compiler.Compile(artifact, cancellation: cancellation);
        return compiled.Image is { } image ? PreparedProgram.Assembly(entry, image) : PreparedProgram.Refused(compiled.Feedback);
    }
}
