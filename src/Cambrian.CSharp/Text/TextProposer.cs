using Cambrian.Core;

namespace Cambrian.CSharp.Text;

/// <summary>
/// Proposes children by one kind of text edit, inside the evolve blocks, without knowing the language: it only tells code
/// from comments and strings, and sees structure in the indentation. Stateless, safe to share between threads.
/// </summary>
public sealed class TextProposer : IProposer
{
    private readonly ITextEdit _edit;
    private readonly TextOptions _options;

    internal TextProposer(ITextEdit edit, TextOptions options) => (_edit, _options) = (edit, options);

    /// <summary>The operator's name, as it stands in the ledger.</summary>
    public string Name => _edit.Name;

    /// <summary>Whether it needs two different parents.</summary>
    public bool NeedsMate => _edit.NeedsMate;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var parent = parents[0];
        var mate = _edit.NeedsMate
            ? parents.FirstOrDefault(other => !other.Artifact.Equals(parent.Artifact)) ?? throw new ProposalException("Crossover needs two different parents; one was given.", Name)
            : parent;
        var (files, mateFiles) = (Files(parent.Artifact), Files(mate.Artifact));
        if (files.Count == 0)
        {
            throw new ProposalException("The parent has no text inside its evolve blocks.", Name);
        }

        var blocks = EvolveBlocks.Of(parent.Artifact);
        var random = Randomness.From(seed);
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_edit.Try(files, mateFiles, random) is { } changes && TextChange.Apply(parent.Artifact, blocks, changes) is { } child
                && child.Length <= Math.Max(_options.LongestChild, parent.Artifact.Length))
            {
                return Task.FromResult(new Proposal(child, Name, _edit.NeedsMate ? [parent, mate] : [parent]));
            }
        }

        throw new ProposalException($"No place for it was found in {_options.Attempts} attempts.", Name);
    }

    private static List<TextFile> Files(Artifact artifact) =>
        [.. EvolveBlocks.Of(artifact).Select(file => new TextFile(file.Key, artifact.Files[file.Key], file.Value))];
}
