using Cambrian.Agents.Selectors;

namespace Cambrian.Agents.Tests.Selectors;

public sealed class SigmoidSelectorConformanceTests : SelectorConformance
{
    protected override ISelector Create() => new SigmoidSelector();
}

public sealed class CladeSelectorConformanceTests : SelectorConformance
{
    protected override ISelector Create() => new CladeSelector();
}

public sealed class AccompaniedSelectorConformanceTests : SelectorConformance
{
    protected override ISelector Create() => new AccompaniedSelector(new NewestSelector(), new SigmoidSelector());
}

public sealed class NewestSelectorConformanceTests : SelectorConformance
{
    protected override ISelector Create() => new NewestSelector();
}
