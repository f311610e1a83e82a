namespace Cambrian.CSharp.Text.Edits.Arrays;

/// <summary>
/// Moves one element of an array, or scales or shifts one of its columns, by a line of its own: a program that computes a
/// construction becomes one that is changed number by number, as its author cannot.
/// </summary>
internal sealed class NudgeArray : ITextEdit
{
    // Larger than any array that is worth it; the program takes it modulo the array's size.
    private const int Elements = 10_000;

    /// <inheritdoc/>
    public string Name => "nudge-array";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        return NumPy.Place(file, random) is var (variable, before)
            ? [new TextChange(file.Path, Places.At(before), $"{before.Indentation}{Statement(variable, random)}\n")]
            : null;
    }

    private static string Statement(string variable, Random random) => random.Next(6) switch
    {
        0 => $"{variable}[..., {random.Next(3)}] *= {Amount(random, lowest: -2, highest: 0.5)}",
        1 => $"{variable}[..., {random.Next(3)}] {Sign(random)}= {Amount(random, lowest: -3, highest: 0)}",
        _ => $"{variable}.flat[{random.Next(Elements)} % {variable}.size] {Sign(random)}= {Amount(random, lowest: -3.5, highest: 0)}",
    };

    private static char Sign(Random random) => random.Next(2) == 0 ? '+' : '-';

    // Log-uniform between two powers of ten.
    private static string Amount(Random random, double lowest, double highest)
    {
        var amount = Math.Pow(10, lowest + (random.NextDouble() * (highest - lowest)));
        return Numbers.Spell(Math.Round(amount, 3 - (int)Math.Floor(Math.Log10(amount))));
    }
}
