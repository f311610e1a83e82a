using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;
using Cambrian.Models.Novelty;
using Cambrian.Models.Prompts;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Proposers;

/// <summary>Models as arms of a bandit; each is itself a bandit over the kinds of edits that it may be asked for.</summary>
public static class ModelArms
{
    // Programs that were seen before cost a call each.
    private const int Tries = 2;

    private static readonly PromptKind[] Kinds = [PromptKind.Diff, PromptKind.Rewrite, PromptKind.Crossover];

    /// <summary>The arms.</summary>
    /// <param name="models">The models.</param>
    /// <param name="prompts">Writes what they are asked.</param>
    /// <param name="replies">Reads what they answer.</param>
    /// <param name="roster">What a step is worth in money, and whether instructions are evolved: all models share them.</param>
    /// <param name="embedder">Embeds programs, where the roster says how similar they may be; null where it does not.</param>
    public static IReadOnlyList<Arm> Of(IEnumerable<PaidModel> models, PromptWriter prompts, ReplyReader replies, ModelRoster roster, PaidEmbedder? embedder = null)
    {
        var instructions = roster.EvolvePrompts && prompts.Hints.Count > 0 ? new InstructionArchive(prompts.Hints) : null;
        var embeddings = embedder is null ? null : new ProgramEmbeddings(embedder, roster.StepWorth);
        return [.. models.Select(model => new Arm(model.Name, Dissimilar(
            new NovelProposer(new BanditProposer(KindsOf(new Dialogue(model, prompts, replies, roster.StepWorth), instructions)), Tries), embeddings, roster.Novelty)))];
    }

    private static IProposer Dissimilar(IProposer inner, ProgramEmbeddings? embeddings, NoveltySection? rule) =>
        embeddings is null || rule is null ? inner : new DissimilarProposer(inner, embeddings, rule, Kinds.Select(Dialogue.NameOf).ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<Arm> KindsOf(Dialogue dialogue, InstructionArchive? instructions) =>
        Kinds.Select(kind => new Arm(Dialogue.NameOf(kind), new ModelProposer(dialogue, kind, instructions), UsesMate: kind == PromptKind.Crossover));
}
