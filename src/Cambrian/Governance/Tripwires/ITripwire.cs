using Cambrian.Core;

namespace Cambrian.Governance.Tripwires;

/// <summary>Watches a run's steps for one thing that should not happen. What it says depends on the steps alone, in their order.</summary>
internal interface ITripwire
{
    /// <summary>Looks at the next step.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    Trip? Look(Step step);
}
