using System.Globalization;

public class Label : IEquatable<Label>
{
    internal string Text { get; }

    internal double Price { get; }

    public Label(string text, double price) => (Text, Price) = (text, price);

    public bool Equals(Label? other) => other is not null && Text == other.Text && Price.Equals(other.Price);
}

public static class ShelfLabel
{
    public static Label Parse(string text)
    {
        var parts = text.Split('@');
        return new Label(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static Dictionary<string, int[]> Index(params string[] words)
    {
        return words.Distinct().ToDictionary(word => word, word => Enumerable.Range(0, words.Length).Where(i => words[i] == word).ToArray());
    }

    public static double Total(params double[] prices) => prices.Sum();
}
