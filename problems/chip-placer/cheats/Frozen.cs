/// <summary>Tries the cheapest kind of move alone, hoping that the start is good enough. A policy that is not listened to would score like the seed.</summary>
public static class PlacerPolicy
{
    public static double Decide(int law, double a, double b, double c, double d) => law switch
    {
        0 => 0.0,
        1 => a == 7 ? 1.0 : 0.0,
        2 => 0.0,
        3 => -a,
        _ => 0.0,
    };
}
