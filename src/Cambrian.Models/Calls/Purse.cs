namespace Cambrian.Models.Calls;

/// <summary>
/// Pays for calls and never for more than the limit: the most a call can cost is laid aside before it is made. What cannot be
/// paid waits while calls under way might give something back. For several threads.
/// </summary>
public sealed class Purse
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private double _money;
    private long _tokens;
    private double _moneyAside;
    private long _tokensAside;
    private int _underWay;

    /// <summary>A purse.</summary>
    /// <param name="limit">What may be spent.</param>
    /// <param name="recorded">What was spent before.</param>
    public Purse(SpendingLimit limit, IEnumerable<ModelCall> recorded)
    {
        Limit = limit;
        foreach (var call in recorded)
        {
            (_money, _tokens) = (_money + call.Price, _tokens + call.Tokens.Total);
        }
    }

    /// <summary>What may be spent.</summary>
    public SpendingLimit Limit { get; }

    /// <summary>What is spent.</summary>
    public (double Money, long Tokens) Spent
    {
        get
        {
            lock (_lock)
            {
                return (_money, _tokens);
            }
        }
    }

    /// <summary>Lays aside what a call can cost at most; waits while calls under way may give something back.</summary>
    /// <param name="money">At most.</param>
    /// <param name="tokens">At most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PurseEmptyException">It cannot be paid any more.</exception>
    public async Task ReserveAsync(double money, long tokens, CancellationToken cancellation)
    {
        while (!TryReserve(money, tokens, out var settled))
        {
            await settled.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Puts back what was laid aside and pays what the call did cost.</summary>
    /// <param name="money">What was laid aside.</param>
    /// <param name="tokens">What was laid aside.</param>
    /// <param name="paid">The call; null when it was not made after all.</param>
    public void Settle(double money, long tokens, ModelCall? paid)
    {
        TaskCompletionSource settled;
        lock (_lock)
        {
            (_moneyAside, _tokensAside, _underWay) = (_moneyAside - money, _tokensAside - tokens, _underWay - 1);
            (_money, _tokens) = (_money + (paid?.Price ?? 0), _tokens + (paid?.Tokens.Total ?? 0));
            (settled, _settled) = (_settled, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        settled.SetResult();
    }

    private bool TryReserve(double money, long tokens, out Task settled)
    {
        lock (_lock)
        {
            settled = _settled.Task;
            if (Affords(_money + _moneyAside + money, _tokens + _tokensAside + tokens))
            {
                (_moneyAside, _tokensAside, _underWay) = (_moneyAside + money, _tokensAside + tokens, _underWay + 1);
                return true;
            }

            return _underWay > 0 ? false : throw new PurseEmptyException(Describe(money, tokens));
        }
    }

    // Sums of prices are rounded: a limit that is exactly reached is not passed.
    private bool Affords(double money, long tokens) => !(money > Limit.Money * (1 + 1e-9)) && !(tokens > Limit.Tokens);

    private string Describe(double money, long tokens) => !Affords(_money + money, 0)
        ? FormattableString.Invariant($"{_money:0.######} of {Limit.Money:0.######} in money is spent; the next call may cost up to {money:0.######}")
        : FormattableString.Invariant($"{_tokens:N0} of {Limit.Tokens:N0} tokens are spent; the next call may take up to {tokens:N0}");
}
