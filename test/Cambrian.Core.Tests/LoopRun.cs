using Cambrian.Core.Ledgers;

namespace Cambrian.Core.Tests;

/// <summary>The toy problem under a strategy with everything in it that learns or remembers.</summary>
internal static class LoopRun
{
    public static Strategy Strategy(int seed = 1, int window = 8, int parallel = 1, IEvaluator? evaluator = null) => Toy.Strategy(seed, window, parallel, evaluator);

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
