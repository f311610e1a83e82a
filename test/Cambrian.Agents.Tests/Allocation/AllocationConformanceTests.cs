using Cambrian.Agents.Allocation;
using Cambrian.Core.Gates;

namespace Cambrian.Agents.Tests.Allocation;

public sealed class AllocatingProposerConformanceTests : ProposerConformance
{
    protected override IProposer Create() => new AllocatingProposer(new ScriptedProposer(Toy.Mutate));
}

public sealed class RecordArchiveConformanceTests : ArchiveConformance
{
    protected override IArchive Create() => new RecordArchive();
}

public sealed class UnfinishedGateConformanceTests : GateConformance
{
    protected override IGate Create() => new UnfinishedGate(new ValidGate());
}

public sealed class TaskByTaskEvaluatorConformanceTests : EvaluatorConformance
{
    protected override IEvaluator Create() => new TaskByTaskEvaluator(new ScriptedEvaluator(Toy.Score), TaskByTaskEvaluator.Unmeasured, new LetterTasks());
}
