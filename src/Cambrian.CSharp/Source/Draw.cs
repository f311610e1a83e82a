namespace Cambrian.CSharp.Source;

/// <summary>Choosing by chance.</summary>
internal static class Draw
{
    /// <summary>One of a list, each as likely as the others; default when the list is empty.</summary>
    public static T? Any<T>(this Random random, IReadOnlyList<T> items) => items.Count == 0 ? default : items[random.Next(items.Count)];

    /// <summary>True with a probability.</summary>
    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;
}
