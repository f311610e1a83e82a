/// <summary>Progressive taxes in whole units: bracket i taxes what lies above its limit at its rate in per cent.</summary>
public static class TaxBrackets
{
    public static int Tax(int income, int[] limits, int[] rates)
    {
        var hundredths = 0;
        for (var i = 0; i < limits.Length && income > limits[i]; i++)
        {
            var top = i + 1 < limits.Length ? Math.Min(income, limits[i + 1]) : income;
            hundredths += (top - limits[i]) * rates[i];
        }

        return (hundredths + 50) / 100;
    }

    public static int MarginalRate(int income, int[] limits, int[] rates)
    {
        for (var i = limits.Length - 1; i >= 0; i--)
        {
            if (income > limits[i])
            {
                return rates[i];
            }
        }

        return 0;
    }

    public static int IncomeFor(int net, int[] limits, int[] rates)
    {
        var income = net;
        while (income - Tax(income, limits, rates) < net)
        {
            income++;
        }

        return income;
    }
}
