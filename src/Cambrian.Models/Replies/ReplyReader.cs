using Cambrian.Core;

namespace Cambrian.Models.Replies;

/// <summary>Reads a program from a reply, whichever of the known forms it has: edits by search and replace, or whole files in fences.</summary>
/// <param name="scope">Where programs may change.</param>
public sealed class ReplyReader(EvolveScope scope)
{
    /// <summary>The changed program; a reason when the reply gives none.</summary>
    /// <param name="program">What the reply is about.</param>
    /// <param name="reply">What the model said.</param>
    /// <param name="reason">Why there is no program, in words for the model; null when there is one.</param>
    public Artifact? TryRead(Artifact program, string reply, out string? reason)
    {
        try
        {
            var child = Read(program, reply.ReplaceLineEndings("\n"));
            reason = child.Equals(program) ? "the reply changes nothing" : scope.Fault(program, child);
            return reason is null ? child : null;
        }
        catch (ReplyException none)
        {
            reason = none.Message;
            return null;
        }
    }

    private Artifact Read(Artifact program, string reply)
    {
        if (SearchReplace.Parse(reply) is { Count: > 0 } edits)
        {
            return new DiffEdits(scope).Apply(program, edits);
        }

        return Fence.Parse(reply) is { Count: > 0 } fences ? new Rewrite(scope).Apply(program, fences)
            : throw new ReplyException("the reply has neither SEARCH/REPLACE blocks nor a program in a fenced block");
    }
}
