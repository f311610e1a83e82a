using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Turns an artifact into something a runner can load.</summary>
/// <param name="entry">The candidate's static method, "Type.Method".</param>
public sealed class ProgramPreparation(string entry)
{
    private readonly CandidateCompiler _compiler = new(ReferenceSet.Candidate);

    /// <summary>Prepares a program, or says why it is refused.</summary>
    public PreparedProgram Prepare(Artifact artifact, CancellationToken cancellation)
    {
        var compiled = _compiler.Compile(artifact, cancellation: cancellation);
        return compiled.Image is { } image ? PreparedProgram.Assembly(entry, image) : PreparedProgram.Refused(compiled.Feedback);
    }
}
