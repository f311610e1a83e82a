/// <summary>Answers with what is no number, to drive macros off the canvas or over each other.</summary>
public static class PlacerPolicy
{
    public static double Decide(int law, double a, double b, double c, double d) => law == 2 ? double.NaN : law == 0 ? double.PositiveInfinity : double.NegativeInfinity;
}
