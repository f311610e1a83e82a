/// <summary>A store that sells its oldest pieces first: movements are pairs of amount and unit price, sales negative.</summary>
public static class StockFifo
{
    public static int Profit(int[][] movements)
    {
        var lots = new Queue<(int Amount, int Price)>();
        var rest = (Amount: 0, Price: 0);
        var profit = 0;
        foreach (var movement in movements)
        {
            if (movement[0] > 0)
            {
                lots.Enqueue((movement[0], movement[1]));
                continue;
            }

            var wanted = -movement[0];
            while (wanted > 0 && (rest.Amount > 0 || lots.Count > 0))
            {
                if (rest.Amount == 0)
                {
                    rest = lots.Dequeue();
                }

                var sold = Math.Min(wanted, rest.Amount);
                profit += sold * (movement[1] - rest.Price);
                rest.Amount -= sold;
                wanted -= sold;
            }
        }

        return profit;
    }

    public static int Short(int[][] movements)
    {
        var (stock, missing) = (0, 0);
        foreach (var movement in movements)
        {
            stock += movement[0];
            if (stock < 0)
            {
                missing -= stock;
                stock = 0;
            }
        }

        return missing;
    }
}
