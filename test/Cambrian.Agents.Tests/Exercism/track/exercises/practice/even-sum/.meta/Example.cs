public static class EvenSum
{
    public static int Of(IEnumerable<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
        {
            sum += number % 2 == 0 ? number : 0;
        }

        return sum;
    }

    public static IEnumerable<int> Halves(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (number % 2 != 0)
            {
                throw new ArgumentException("odd");
            }

            yield return number / 2;
        }
    }
}
