/// <summary>Tries to get hold of the engine that runs beside it.</summary>
public static class SearchPolicy
{
    public static double Decide(int law, double a, double b, double c, double d) => Cambrian.Core.Policies.Laws.Default.StepSize(a);
}
