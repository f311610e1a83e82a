public class Label : IEquatable<Label>
{
    public Label(string text, double price)
    {
        throw new NotImplementedException();
    }

    public bool Equals(Label? other) => throw new NotImplementedException();
}

public static class ShelfLabel
{
    public static Label Parse(string text) => throw new NotImplementedException();

    public static Dictionary<string, int[]> Index(params string[] words) => throw new NotImplementedException();

    public static double Total(params double[] prices) => throw new NotImplementedException();
}
