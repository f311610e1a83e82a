/// <summary>Factorisation of positive integers and what follows from it.</summary>
public static class PrimeFactors
{
    public static int[] Of(int number)
    {
        var factors = new List<int>();
        for (var divisor = 2; divisor * divisor <= number; divisor++)
        {
            while (number % divisor == 0)
            {
                factors.Add(divisor);
                number /= divisor;
            }
        }

        if (number > 1)
        {
            factors.Add(number);
        }

        return factors.ToArray();
    }

    public static int DivisorCount(int number)
    {
        var factors = Of(number);
        var count = 1;
        var run = 1;
        for (var i = 0; i < factors.Length; i++)
        {
            run++;
            if (i + 1 == factors.Length || factors[i + 1] != factors[i])
            {
                count *= run;
                run = 1;
            }
        }

        return count;
    }

    public static int Totient(int number)
    {
        var result = number;
        foreach (var prime in Of(number).Distinct())
        {
            result = result / prime * (prime - 1);
        }

        return result;
    }
}
