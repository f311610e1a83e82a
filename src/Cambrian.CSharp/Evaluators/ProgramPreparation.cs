using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Kernels;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// Turns an artifact into something a runner can load. A rule of pure arithmetic goes as an expression, which cannot do
/// anything but compute and costs no compiler; everything else is compiled, within the allow-list. Safe to share between threads.
/// </summary>
public sealed class ProgramPreparation
{
    // An agent is compiled once for all that is asked of it, also when others are measured in between; an image has some ten kilobytes.
    private const int Remembered = 512;

    private readonly string _entry;
    private readonly KernelReader _kernels;
    private readonly CandidateCompiler _compiler;
    private readonly Recent<CompiledSource> _compiled;

    /// <summary>A preparation with a compiler of its own.</summary>
    /// <param name="entry">The candidate's static method, "Type.Method".</param>
    /// <param name="kernels">Reads rules; shared with the proposers.</param>
    /// <param name="allowed">What compiled candidates may use.</param>
    public ProgramPreparation(string entry, KernelReader kernels, ApiAllowList allowed)
        : this(entry, kernels, new CandidateCompiler(ReferenceSet.Candidate, allowed), new Recent<CompiledSource>(Remembered))
    {
    }

    private ProgramPreparation(string entry, KernelReader kernels, CandidateCompiler compiler, Recent<CompiledSource> compiled) =>
        (_entry, _kernels, _compiler, _compiled) = (entry, kernels, compiler, compiled);

    /// <summary>Prepares programs for another of their methods; what was compiled for one need not be compiled for the other.</summary>
    /// <param name="entry">The other method, "Type.Method".</param>
    public ProgramPreparation For(string entry) => new(entry, new KernelReader(new RuleSignature { Entry = entry }), _compiler, _compiled);

    /// <summary>Prepares a program, or says why it is refused.</summary>
    public PreparedProgram Prepare(Artifact artifact, CancellationToken cancellation)
    {
        if (_kernels.TryRead(artifact, out _) is { } kernel)
        {
            return PreparedProgram.Kernel([.. kernel.Frame.Toolbox.Select(function => function.Name)], kernel.Encode());
        }

        var compiled = _compiled.Of(artifact, unknown => _compiler.Compile(unknown, cancellation: cancellation));
        return compiled.Image is { } image ? PreparedProgram.Assembly(_entry, image) : PreparedProgram.Refused(compiled.Feedback);
    }
}
