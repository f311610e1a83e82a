public static class EvenSum
{
    public static int Of(IEnumerable<int> numbers)
    {
        throw new NotImplementedException("You need to implement this method.");
    }

    public static IEnumerable<int> Halves(IEnumerable<int> numbers)
    {
        throw new NotImplementedException("You need to implement this method.");
    }
}
