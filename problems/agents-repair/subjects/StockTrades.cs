/// <summary>Profits from a row of prices: with one trade, with any number, with a fee or a day of rest after each sale.</summary>
public static class StockTrades
{
    public static int One(int[] prices)
    {
        var profit = 0;
        for (var (i, lowest) = (0, int.MaxValue); i < prices.Length; i++)
        {
            lowest = Math.Min(lowest, prices[i]);
            profit = Math.Max(profit, prices[i] - lowest);
        }

        return profit;
    }

    public static int WithFee(int[] prices, int fee)
    {
        if (prices.Length == 0)
        {
            return 0;
        }

        var (cash, share) = (0, -prices[0]);
        for (var i = 1; i < prices.Length; i++)
        {
            cash = Math.Max(cash, share + prices[i] - fee);
            share = Math.Max(share, cash - prices[i]);
        }

        return cash;
    }

    public static int WithRest(int[] prices)
    {
        var cash = new int[prices.Length + 2];
        for (var day = prices.Length - 1; day >= 0; day--)
        {
            cash[day] = cash[day + 1];
            for (var sale = day + 1; sale < prices.Length; sale++)
            {
                var after = Math.Min(sale + 2, prices.Length);
                cash[day] = Math.Max(cash[day], prices[sale] - prices[day] + cash[after]);
            }
        }

        return cash[0];
    }
}
