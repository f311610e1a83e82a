using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Runs.Inboxes;

namespace Cambrian.Tests.Runs.Inboxes;

/// <summary>While nothing is handed in, it is the proposer that it asks.</summary>
public sealed class InboxProposerConformanceTests : ProposerConformance, IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    protected override IProposer Create() => new InboxProposer(new ScriptedProposer(Toy.Mutate), new Inbox(_scratch.Folder, TimeProvider.System), TimeProvider.System);
}
