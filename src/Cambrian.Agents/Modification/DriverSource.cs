using System.Reflection;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.Agents.Modification;

/// <summary>The drivers that hand agents their arguments inside the sandbox: carried as source, compiled when they are needed.</summary>
internal static class DriverSource
{
    /// <summary>Compiles a driver.</summary>
    /// <param name="name">Its file.</param>
    public static byte[] Compile(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}; build it again.");
        using var reader = new StreamReader(stream);
        var compiled = new CandidateCompiler(ReferenceSet.Candidate).Compile(Artifact.Of(name, reader.ReadToEnd()), Path.GetFileNameWithoutExtension(name));
        return compiled.Image ?? throw new InvalidOperationException($"{name} does not compile: {compiled.Feedback}");
    }
}
