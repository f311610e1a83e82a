using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>A candidate in the form a runner loads, or the reasons why there is none.</summary>
public sealed class PreparedProgram
{
    private PreparedProgram(Action<FrameWriter>? load, string feedback) => (Load, Feedback) = (load, feedback);

    /// <summary>Why there is no program; empty when there is one.</summary>
    public string Feedback { get; }

    /// <summary>Writes the program into a request; null when there is none.</summary>
    internal Action<FrameWriter>? Load { get; }

    internal static PreparedProgram Refused(string feedback) => new(null, feedback);

    internal static PreparedProgram Assembly(string entry, byte[] image) => new(
        frame =>
        {
            frame.Write((byte)ProgramKind.Assembly);
            frame.Write(entry);
            frame.Write(image);
        },
        "");

    internal static PreparedProgram Kernel(IReadOnlyList<string> toolbox, byte[] encoded) => new(
        frame =>
        {
            frame.Write((byte)ProgramKind.Kernel);
            frame.Write(toolbox.Count);
            foreach (var name in toolbox)
            {
                frame.Write(name);
            }

            frame.Write(encoded);
        },
        "");
}
