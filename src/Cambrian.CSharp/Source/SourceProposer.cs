using Cambrian.Core;

namespace Cambrian.CSharp.Source;

/// <summary>
/// Proposes children by one kind of typed edit of an artifact's C# files, inside its evolve blocks. Keeps no state that a
/// child could depend on; safe to share between threads.
/// </summary>
public sealed class SourceProposer : IProposer
{
    private readonly ISourceEdit _edit;
    private readonly SourceOptions _options;
    private readonly ProgramCache _programs;

    internal SourceProposer(ISourceEdit edit, SourceOptions options, ProgramCache programs) => (_edit, _options, _programs) = (edit, options, programs);

    /// <summary>The operator's name, as it stands in the ledger.</summary>
    public string Name => _edit.Name;

    /// <summary>Whether it needs two different parents.</summary>
    public bool NeedsMate => _edit.NeedsMate;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var program = Read(parents[0], cancellation);
        var mated = _edit.NeedsMate
            ? parents.FirstOrDefault(other => !other.Artifact.Equals(parents[0].Artifact)) ?? throw new ProposalException("Crossover needs two different parents; one was given.", Name)
            : parents[0];
        var mate = Read(mated, cancellation);
        var random = Randomness.From(seed);
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_edit.Try(program, mate, random) is { } changes && SourceChange.Apply(program, changes, program.Blocks, _options.LongestChild) is { } child)
            {
                return Task.FromResult(new Proposal(child, _edit.Labelled(changes), _edit.NeedsMate ? [parents[0], mated] : [parents[0]]));
            }
        }

        throw new ProposalException($"No place for it was found in {_options.Attempts} attempts.", Name);
    }

    private SourceProgram Read(Candidate parent, CancellationToken cancellation) =>
        _programs.Get(parent.Artifact, cancellation) ?? throw new ProposalException("The parent has no C# that parses.", Name);
}
