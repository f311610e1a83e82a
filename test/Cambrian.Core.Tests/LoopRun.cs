using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Proposers;
using Cambrian.Core.Selectors;

namespace Cambrian.Core.Tests;

/// <summary>The toy problem under a strategy with everything in it that learns or remembers.</summary>
internal static class LoopRun
{
    public static Strategy Strategy(int seed = 1, int window = 8, int parallel = 1, IEvaluator? evaluator = null) => new()
    {
        Evaluator = evaluator ?? new ScriptedEvaluator(Toy.Score),
        Proposer = new NovelProposer(
            new BanditProposer([new Arm("one", new ScriptedProposer(Toy.Mutate)), new Arm("two", new ScriptedProposer((parents, s) => Toy.Mutate(parents, s ^ 99)))]), tries: 2),
        Archive = new IslandArchive(3, () => new PopulationArchive(20, 3), patience: 15),
        Selector = new IslandSelector(new LexicaseSelector(8, 6), migration: 0.2),
        Gate = new ValidGate(),
        Seed = seed,
        Window = window,
        Parallel = parallel,
    };

    public static async Task<List<Step>> RunAsync(Strategy strategy, ILedger ledger, Budget budget, TimeProvider? time = null, CancellationTokenSource? cancel = null)
    {
        List<Step> handedOut = [];
        await foreach (var step in new Loop(Toy.Problem, strategy, ledger, time ?? TimeProvider.System).RunAsync(budget, cancel?.Token ?? TestContext.Current.CancellationToken))
        {
            handedOut.Add(step);
        }

        return handedOut;
    }

    public static string Head(MemoryLedger ledger) => StepText.HeadOf(ledger.Steps);

    /// <summary>The steps as a separate ledger, as another process would find them.</summary>
    public static async Task<MemoryLedger> CopyAsync(IEnumerable<Step> steps)
    {
        var copy = new MemoryLedger();
        await copy.AppendAsync([.. steps], CancellationToken.None);
        return copy;
    }
}
