/// <summary>Paying amounts with coins: the fewest coins, the number of ways, and what a greedy cashier does.</summary>
public static class CoinChange
{
    public static int Fewest(int[] coins, int amount)
    {
        var fewest = new int[amount + 1];
        for (var sum = 1; sum <= amount; sum++)
        {
            fewest[sum] = int.MaxValue;
            foreach (var coin in coins)
            {
                if (coin <= sum && fewest[sum - coin] != int.MaxValue)
                {
                    fewest[sum] = Math.Min(fewest[sum], fewest[sum - coin] + 1);
                }
            }
        }

        return fewest[amount] == int.MaxValue ? -1 : fewest[amount];
    }

    public static int Ways(int[] coins, int amount)
    {
        var ways = new int[amount + 1];
        ways[0] = 1;
        foreach (var coin in coins)
        {
            for (var sum = coin; sum <= amount; sum++)
            {
                ways[sum] += ways[sum - coin];
            }
        }

        return ways[amount];
    }

    public static int Greedy(int[] coins, int amount)
    {
        var count = 0;
        foreach (var coin in coins.OrderByDescending(coin => coin))
        {
            count += amount / coin;
            amount %= coin;
        }

        return amount == 0 ? count : -1;
    }
}
