/// <summary>Keeps state from one search to the next.</summary>
public static class SearchPolicy
{
    private static int calls;

    public static double Decide(int law, double a, double b, double c, double d) => law == 0 ? 1 + (calls++ % 32) : a;
}
