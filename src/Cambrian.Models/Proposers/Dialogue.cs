using Cambrian.Core;
using Cambrian.Models.Calls;
using Cambrian.Models.Prompts;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Proposers;

/// <summary>Asks a model for a child, and once more with the reason where its reply gives none.</summary>
/// <param name="model">The model.</param>
/// <param name="prompts">Writes the prompts.</param>
/// <param name="replies">Reads the replies.</param>
/// <param name="stepWorth">What a step is worth in money; above 0. A call that costs as much doubles what its step costs.</param>
public sealed class Dialogue(PaidModel model, PromptWriter prompts, ReplyReader replies, double stepWorth)
{
    private const int MostReplies = 2;

    /// <summary>The child.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="seed">The step's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProposalException">There is none; the message says why.</exception>
    public async Task<Proposal> HoldAsync(PromptKind kind, PromptSubject subject, int seed, CancellationToken cancellation)
    {
        var origin = NameOf(kind);
        List<string> turns = [prompts.Write(kind, subject, Randomness.From(Randomness.Derive(seed, 0, 1)))];
        for (var (reply, effort) = (1, 0.0); ; reply++)
        {
            var call = await model.AskAsync(prompts.System, turns, seed, cancellation).ConfigureAwait(false);
            effort += Effort(call, subject.Parent);
            if (Child(subject, call, out var reason) is { } child)
            {
                return new Proposal(child, origin, subject.Mate is { } mate ? [subject.Parent, mate] : [subject.Parent]) { Effort = effort };
            }

            if (!call.Answered || reply == MostReplies)
            {
                throw new ProposalException(reason, origin) { Effort = effort };
            }

            turns.AddRange([call.Reply!, prompts.Repair(subject.Program, reason)]); // it answered
        }
    }

    /// <summary>A new instruction, in the model's words.</summary>
    /// <param name="problem">The task.</param>
    /// <param name="parent">What the step is about; says what a step costs.</param>
    /// <param name="known">The instructions that there are.</param>
    /// <param name="seed">The step's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its text, null when the reply gave none; and what it cost, in steps.</returns>
    public async Task<(string? Text, double Effort)> InstructAsync(Problem problem, Candidate parent, IEnumerable<Instruction> known, int seed, CancellationToken cancellation)
    {
        var call = await model.AskAsync(prompts.System, [prompts.Instruct(problem, known)], seed, cancellation).ConfigureAwait(false);
        return (call.Reply is { } reply ? InstructionArchive.Read(reply) : null, Effort(call, parent));
    }

    /// <summary>The name of a kind in origins.</summary>
    public static string NameOf(PromptKind kind) => kind.ToString().ToLowerInvariant();

    private double Effort(ModelCall call, Candidate parent) => call.Price / stepWorth * Math.Max(1, parent.Evaluation.Cost);

    private Artifact? Child(PromptSubject subject, ModelCall call, out string reason)
    {
        string? fault = null;
        var child = call.Reply is { } reply ? replies.TryRead(subject.Program, reply, out fault) : null;
        reason = call.CutOff ? "The reply was cut off, as it was too long: be shorter." : call.Answered ? $"Not usable: {fault}." : call.Reason ?? "The model did not answer.";
        return child;
    }
}
